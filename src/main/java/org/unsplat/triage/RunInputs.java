package org.unsplat.triage;

import java.util.List;
import java.util.Set;
import org.unsplat.model.InputInfo;

/**
 * What a run read.
 *
 * @param all what was read
 * @param mails the names of those that hold mails or commits: what lockdep did there is of another run
 * @param failures what could not be read or done, in words; with any of them the run proves nothing
 * @param warnings what could not be used, in words: an empty input, an archive, a headline inside a line
 */
public record RunInputs(List<InputInfo> all, Set<String> mails, List<String> failures, List<String> warnings) {

    public RunInputs {
        all = List.copyOf(all);
        mails = Set.copyOf(mails);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /** Those in which lockdep stopped looking. */
    public List<InputInfo> lockdepOff() {
        return all.stream().filter(input -> input.lockdepOff() != null).toList();
    }

    /** Those of them that are logs of this run, and no mails. */
    public List<InputInfo> logsWithLockdepOff() {
        return lockdepOff().stream()
                .filter(input -> !mails.contains(input.name()))
                .toList();
    }
}
