package org.unsplat.render.html;

import java.util.List;

/**
 * The part above the bugs.
 *
 * @param verdict the result in a few words
 * @param counts a sentence with the numbers of bugs, reports and inputs
 * @param states the states of the bugs with their numbers; empty if there was no comparison
 * @param kinds the kinds of the bugs with their numbers
 * @param kernels the releases that printed the reports, with the number of bugs of each
 * @param inputs names the inputs
 * @param failures messages about what could not be read or done
 * @param warnings messages about what could not be used
 * @param coverageWords the number of inputs in which lockdep was off, as a sentence
 * @param coverage the first of these inputs
 * @param coverageFolded further such inputs, folded
 * @param rows the rows of the table, made one by one as they are written
 * @param locks the order of all locks, null if it shows nothing more than the bugs
 * @param locksLeftOut a sentence about locks that are not drawn; empty if all are
 */
record PageHead(
        PageAssets assets,
        Verdict verdict,
        String counts,
        List<Tally> states,
        List<Tally> kinds,
        List<Tally> kernels,
        String inputs,
        List<String> failures,
        List<String> warnings,
        String coverageWords,
        List<Coverage> coverage,
        List<Coverage> coverageFolded,
        String coverageLeftOut,
        Iterable<BugRow> rows,
        int rowCount,
        Drawing locks,
        String locksLeftOut) {

    /** The number of bugs of a kind, a state or a kernel. */
    record Tally(String name, int count) {}

    /**
     * An input in which lockdep was off from some line on.
     *
     * @param line the line from which it was off, of {@code lines} lines
     * @param covered the percentage of the input before that line
     */
    record Coverage(String input, int line, int lines, String reason, int covered) {}

    boolean isCompared() {
        return !states.isEmpty();
    }
}
