package org.unsplat.triage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.unsplat.triage.Finding.State;

/**
 * The comparison of a run with a baseline.
 *
 * @param findings one for each bug, in the order of their first reports
 * @param stale entries of the baseline for bugs that were not seen
 */
public record Comparison(List<Finding> findings, List<Baseline.Entry> stale) {

    /** @param covered selects the entries that the run could have seen; others are not stale */
    public static Comparison of(Groups groups, Baseline baseline, LocalDate today, Predicate<Baseline.Entry> covered) {
        var findings = groups.all().stream()
                .map(group -> finding(group, baseline, today))
                .toList();
        var seen = groups.all().stream().map(Group::key).toList();
        var stale = baseline.entries().stream()
                .filter(entry -> !seen.contains(entry.key()) && covered.test(entry))
                .toList();
        return new Comparison(findings, stale);
    }

    private static Finding finding(Group group, Baseline baseline, LocalDate today) {
        var entry = baseline.find(group);
        if (entry == null) {
            return new Finding(State.NEW, group, null);
        }
        return new Finding(entry.isExpired(today) ? State.EXPIRED : State.KNOWN, group, entry);
    }

    /** The new and expired findings, worst first. */
    public List<Finding> unexpected() {
        return findings.stream()
                .filter(finding -> finding.state() != State.KNOWN)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** The number of findings in this state. */
    public int count(State state) {
        return (int)
                findings.stream().filter(finding -> finding.state() == state).count();
    }
}
