package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.InputInfo;

/**
 * What a check came to, as every CI format tells it.
 *
 * @param kinds the kinds it was about, in the order of the program's list
 * @param run what was read
 * @param lockdepRequired whether an input in which lockdep stopped looking is a finding too
 * @param listsStale whether each stale entry is to be named, not only counted
 */
public record CheckResult(
        Comparison comparison, List<String> kinds, RunInputs run, boolean lockdepRequired, boolean listsStale) {

    /** All reports, known or not. */
    public int reports() {
        return comparison.findings().stream()
                .mapToInt(finding -> finding.group().count())
                .sum();
    }

    /** The inputs to tell of in which lockdep stopped looking: of mails only where lockdep is required. */
    public List<InputInfo> lockdepOffLogs() {
        return lockdepRequired ? run.lockdepOff() : run.logsWithLockdepOff();
    }

    /** Whether lockdep is required, and an input lacks it. */
    public boolean lacksLockdep() {
        return lockdepRequired && !run.lockdepOff().isEmpty();
    }

    /** The stale entries that are to be named. */
    public List<Baseline.Entry> listedStale() {
        return listsStale ? comparison.stale() : List.of();
    }
}
