package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.unsplat.model.InputInfo;
import org.unsplat.render.ci.CheckTable;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.Finding;

/** Prepares the part above the bugs. */
final class PageHeads {

    /** The largest number of inputs without coverage that are named. */
    private static final int INPUTS = 100;

    /** The number of them that are not folded. */
    private static final int OPEN = 5;

    private static final int NAMES = 5;
    private static final int WHOLE = 100;

    private final PageContent content;
    private final List<Finding> findings;
    private final BugRows rows;

    PageHeads(PageContent content, SourceLinks links) {
        this.content = content;
        this.findings = content.findings();
        this.rows = new BugRows(links, content.isCompared());
    }

    PageHead head(PageAssets assets) {
        var result = content.result();
        var verdict = Verdict.of(content);
        var order = new OrderDrawing(findings);
        var off = result.lockdepOffLogs();
        var stale = content.isCompared() ? result.comparison().stale() : List.<Baseline.Entry>of();
        return new PageHead(
                assets,
                verdict,
                content.isCompared() ? CheckTable.counts(result) : plural(result.reports(), "report"),
                states(stale.size()),
                tallies(finding -> finding.group().first().kind()),
                tallies(finding -> Objects.requireNonNullElse(
                        BugRows.kernel(finding.group().first()), "not known")),
                inputs(),
                result.run().failures(),
                result.run().warnings(),
                "Lockdep went off in " + off.size() + " of "
                        + plural(result.run().all().size(), "input") + ":",
                off.stream().limit(OPEN).map(PageHeads::coverage).toList(),
                off.stream().limit(INPUTS).skip(OPEN).map(PageHeads::coverage).toList(),
                off.size() <= INPUTS ? "" : "Lockdep went off in " + plural(off.size() - INPUTS, "more input") + ".",
                () -> Stream.concat(
                                findings.stream().map(rows::of), stale.stream().map(rows::of))
                        .iterator(),
                findings.size() + stale.size(),
                order.drawing(),
                order.leftOut());
    }

    private List<PageHead.Tally> states(int stale) {
        if (!content.isCompared()) {
            return List.of();
        }
        var states = new ArrayList<>(tallies(CheckTable::state));
        if (stale > 0) {
            states.add(new PageHead.Tally("stale", stale));
        }
        return states;
    }

    /** Counts the bugs by a property, in the order of the page. */
    private List<PageHead.Tally> tallies(Function<Finding, String> name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(name.apply(finding), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new PageHead.Tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String inputs() {
        var all = content.result().run().all();
        var names = all.stream().limit(NAMES).map(InputInfo::name).toList();
        var lines = all.stream().mapToLong(InputInfo::lines).sum();
        return plural(all.size(), "input") + (all.isEmpty() ? "" : ": " + String.join(", ", names))
                + (all.size() > NAMES ? " and " + (all.size() - NAMES) + " more" : "") + ", " + plural(lines, "line");
    }

    private static PageHead.Coverage coverage(InputInfo input) {
        var line = input.lockdepOff().line();
        return new PageHead.Coverage(
                input.name(),
                line,
                input.lines(),
                input.lockdepOff().reason(),
                input.lines() == 0 ? 0 : (int) Math.min(WHOLE, (long) WHOLE * line / input.lines()));
    }

    static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
