package org.unsplat.render.html;

/**
 * A row of the table of bugs.
 *
 * @param anchor the id of the bug's section; null for a stale entry of the baseline
 * @param state {@code new}, {@code known}, {@code expired} or {@code stale}; null if there was no comparison
 * @param place file and line, or an operation and its function
 * @param subsystem the first directories of that file, or empty
 * @param find further text that the filter searches
 */
record BugRow(
        String anchor,
        String state,
        int count,
        String kind,
        String title,
        String place,
        String href,
        String subsystem,
        String firstSeen,
        String find) {}
