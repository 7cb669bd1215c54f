package org.unsplat.triage;

import java.util.List;
import java.util.Set;
import org.unsplat.model.InputInfo;

/**
 * The inputs of a run.
 *
 * @param all one entry for each input
 * @param mails the names of inputs that contain mails or commits, whose lockdep state belongs to another run
 * @param failures messages about what could not be read or done; with any of them the run proves nothing
 * @param warnings messages about what could not be used: an empty input, an archive, a headline within a line
 */
public record RunInputs(List<InputInfo> all, Set<String> mails, List<String> failures, List<String> warnings) {

    public RunInputs {
        all = List.copyOf(all);
        mails = Set.copyOf(mails);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /** The inputs in which lockdep turned itself off. */
    public List<InputInfo> lockdepOff() {
        return all.stream().filter(input -> input.lockdepOff() != null).toList();
    }

    /** Those of them that are logs of this run, and not mails. */
    public List<InputInfo> logsWithLockdepOff() {
        return lockdepOff().stream()
                .filter(input -> !mails.contains(input.name()))
                .toList();
    }
}
