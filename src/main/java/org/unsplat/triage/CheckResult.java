package org.unsplat.triage;

import java.util.List;
import java.util.Set;
import org.unsplat.model.InputInfo;

/**
 * What a check came to, as every CI format tells it.
 *
 * @param kinds the kinds it was about, in the order of the program's list
 * @param inputs what was read
 * @param failures what could not be read or done; with any of them the run proves nothing
 * @param mails the names of those that hold mails or commits: what lockdep did there is of another run
 * @param lockdepRequired whether an input in which lockdep stopped looking is a finding too
 * @param listsStale whether each stale entry is to be named, not only counted
 */
public record CheckResult(
        Comparison comparison,
        List<String> kinds,
        List<InputInfo> inputs,
        Set<String> mails,
        List<String> failures,
        boolean lockdepRequired,
        boolean listsStale) {

    /** All reports, known or not. */
    public int reports() {
        return comparison.findings().stream()
                .mapToInt(finding -> finding.group().count())
                .sum();
    }

    /** The inputs in which lockdep stopped looking. */
    public List<InputInfo> lockdepOffInputs() {
        return inputs.stream().filter(input -> input.lockdepOff() != null).toList();
    }

    /** Those of them to tell of: of mails only where lockdep is required. */
    public List<InputInfo> lockdepOffLogs() {
        return lockdepOffInputs().stream()
                .filter(input -> lockdepRequired || !mails.contains(input.name()))
                .toList();
    }

    /** The stale entries that are to be named. */
    public List<Baseline.Entry> listedStale() {
        return listsStale ? comparison.stale() : List.of();
    }
}
