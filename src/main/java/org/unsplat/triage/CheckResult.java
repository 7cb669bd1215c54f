package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.InputInfo;

/**
 * The result of {@code check}, from which each CI format is written.
 *
 * @param kinds the selected kinds in the order of the program's list
 * @param run the inputs of the run
 * @param lockdepRequired whether an input in which lockdep turned itself off is a finding too
 * @param listsStale whether stale entries are named, and not only counted
 */
public record CheckResult(
        Comparison comparison, List<String> kinds, RunInputs run, boolean lockdepRequired, boolean listsStale) {

    /** The number of all reports, known or not. */
    public int reports() {
        return comparison.findings().stream()
                .mapToInt(finding -> finding.group().count())
                .sum();
    }

    /** The inputs to report as having lockdep off; mails only if lockdep is required. */
    public List<InputInfo> lockdepOffLogs() {
        return lockdepRequired ? run.lockdepOff() : run.logsWithLockdepOff();
    }

    /** Whether lockdep is required, and was off in an input. */
    public boolean lacksLockdep() {
        return lockdepRequired && !run.lockdepOff().isEmpty();
    }

    /** The stale entries to name. */
    public List<Baseline.Entry> listedStale() {
        return listsStale ? comparison.stale() : List.of();
    }
}
