package org.unsplat.render.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unsplat.render.SafeText;
import org.unsplat.render.TextTable;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Finding.State;

/**
 * The result of a check for a person:
 * <pre>
 * STATE  SEEN  ID                        KIND             TITLE                   FIRST AT
 * new    2     site/1 a2020e03b39201a6   kcsan-data-race  KCSAN: data-race in a   console.log:12
 *
 * 1 new, 0 expired, 0 known, 0 stale: 2 reports in 1 input
 * </pre>
 */
public final class CheckTable {

    private static final List<String> HEAD = List.of("STATE", "SEEN", "ID", "KIND", "TITLE", "FIRST AT");

    private CheckTable() {}

    /** The table and its summary, lines without a break. */
    public static List<String> lines(CheckResult result) {
        var rows = new ArrayList<List<String>>();
        var comparison = result.comparison();
        comparison.unexpected().forEach(finding -> rows.add(row(finding)));
        comparison.findings().stream()
                .filter(finding -> finding.state() == State.KNOWN)
                .forEach(finding -> rows.add(row(finding)));
        comparison.stale().forEach(entry -> rows.add(row(entry)));
        var lines = new ArrayList<String>();
        if (!rows.isEmpty()) {
            rows.add(0, HEAD);
            lines.addAll(TextTable.lines(rows));
            lines.add("");
        }
        for (var input : result.lockdepOffInputs()) {
            lines.add("lockdep is off from "
                    + FindingText.where(input.name(), input.lockdepOff().line()) + " on: "
                    + SafeText.visible(input.lockdepOff().reason()));
        }
        lines.add(counts(result) + (result.failures().isEmpty() ? "" : "; the scan failed, so this proves nothing"));
        return lines;
    }

    /** {@code 1 new, 0 expired, 2 known, 0 stale: 5 reports in 2 inputs}. */
    static String counts(CheckResult result) {
        var comparison = result.comparison();
        return comparison.count(State.NEW) + " new, " + comparison.count(State.EXPIRED) + " expired, "
                + comparison.count(State.KNOWN) + " known, "
                + comparison.stale().size() + " stale: "
                + plural(result.reports(), "report") + " in "
                + plural(result.inputs().size(), "input");
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** {@code new}, {@code expired} or {@code known}. */
    static String state(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> row(Finding finding) {
        return List.of(
                state(finding),
                String.valueOf(finding.group().count()),
                FindingText.identity(finding),
                SafeText.visible(finding.group().first().kind()),
                FindingText.title(finding),
                FindingText.where(finding));
    }

    private static List<String> row(Baseline.Entry entry) {
        return List.of(
                "stale",
                "0",
                entry.identity() == null
                        ? "no id"
                        : SafeText.visible(entry.identity().toString()),
                text(entry.kind()),
                text(entry.title()),
                "");
    }

    private static String text(String text) {
        return text == null ? "" : SafeText.visible(text);
    }
}
