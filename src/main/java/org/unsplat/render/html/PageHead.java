package org.unsplat.render.html;

import java.util.List;

/**
 * What stands above the bugs.
 *
 * @param title of the page
 * @param verdict in a few words
 * @param mood {@code bad}, {@code good} or {@code plain}
 * @param counts the numbers of bugs, reports and inputs in a sentence
 * @param states that bugs of the page are in; empty where nothing was compared
 * @param kinds of bugs, with their numbers
 * @param kernels that printed the reports, with the number of bugs of each
 * @param inputs in words
 * @param failures what could not be read or done
 * @param warnings what could not be used
 * @param coverageWords in how many inputs lockdep was off
 * @param coverage the first of these inputs
 * @param coverageFolded those that are shown on demand
 * @param rows of the table, made one by one as they are written
 * @param locks the order of all locks, null where there is little to see
 * @param locksLeftOut in words; empty for nothing
 */
record PageHead(
        PageAssets assets,
        String title,
        String verdict,
        String mood,
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

    /** How many bugs are of a kind, a state or a kernel. */
    record Tally(String name, int count) {}

    /**
     * An input in which lockdep was off from some line on.
     *
     * @param line from which it was off, of so many lines
     * @param covered how much of the input comes before, of a hundred
     */
    record Coverage(String input, int line, int lines, String reason, int covered) {}

    boolean isCompared() {
        return !states.isEmpty();
    }
}
