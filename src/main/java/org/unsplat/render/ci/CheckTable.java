package org.unsplat.render.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Finding.State;

/**
 * The result of a check as a table for people:
 * <pre>
 * STATE  SEEN  ID               TITLE                   FIRST AT
 * new    2     site/1 a2020e03  KCSAN: data-race in a   console.log:12
 *
 * 1 new, 0 expired, 0 known, 0 stale: 2 reports in 1 input
 * </pre>
 */
public final class CheckTable {

    private static final List<String> HEAD = List.of("STATE", "SEEN");

    /** The largest number of rows; longer tables are not read. */
    private static final int ROWS = 50;

    private CheckTable() {}

    /** The table in at most this width, with new and known bugs and, if asked for, stale entries; empty if there are none. */
    public static List<String> lines(CheckResult result, int width) {
        var table = new GroupTable(HEAD);
        var findings = Stream.concat(
                        result.comparison().unexpected().stream(),
                        result.comparison().findings().stream().filter(finding -> finding.state() == State.KNOWN))
                .toList();
        var shown = findings.size() <= ROWS ? findings.size() : ROWS - 1;
        for (var finding : findings.subList(0, shown)) {
            table.add(List.of(state(finding), String.valueOf(finding.group().count())), finding.group());
        }
        for (var entry : result.listedStale()) {
            table.add(List.of("stale", "0"), entry.identity(), entry.kind(), entry.title(), "");
        }
        if (table.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(table.lines(width));
        if (shown < findings.size()) {
            lines.add("and " + (findings.size() - shown) + " more; --jsonl FILE has all that are not known");
        }
        return lines;
    }

    /** The line where lockdep was turned off, if it was, and finally the counts. */
    public static List<String> summary(CheckResult result) {
        var lines = new ArrayList<>(LockdepOffText.lines(result.lockdepOffLogs()));
        lines.add(counts(result)
                + (result.run().failures().isEmpty() ? "" : "; the scan failed, so this proves nothing"));
        return lines;
    }

    /** {@code 1 new, 0 expired, 2 known, 0 stale: 5 reports in 2 inputs}. */
    public static String counts(CheckResult result) {
        var comparison = result.comparison();
        return comparison.count(State.NEW) + " new, " + comparison.count(State.EXPIRED) + " expired, "
                + comparison.count(State.KNOWN) + " known, "
                + comparison.stale().size() + " stale: "
                + plural(result.reports(), "report") + " in "
                + plural(result.run().all().size(), "input");
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** The state as a word: {@code new}, {@code expired} or {@code known}. */
    public static String state(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }
}
