package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.InputInfo;

/**
 * What a check came to, as every CI format tells it.
 *
 * @param kinds the kinds it was about, in the order of the program's list
 * @param inputs what was read
 * @param failures what could not be read or done; with any of them the run proves nothing
 * @param lockdepRequired whether an input in which lockdep stopped looking is a finding too
 */
public record CheckResult(
        Comparison comparison,
        List<String> kinds,
        List<InputInfo> inputs,
        List<String> failures,
        boolean lockdepRequired) {

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
}
