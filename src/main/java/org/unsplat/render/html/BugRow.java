package org.unsplat.render.html;

/**
 * A row of the table of bugs.
 *
 * @param anchor the id of the bug's section; null for an entry of the baseline that nothing was seen of
 * @param state {@code new}, {@code known}, {@code expired} or {@code stale}; null where nothing was compared
 * @param place file and line, or what happens in which function
 * @param subsystem the first directories of that file, or empty
 * @param find what a filter looks at beside the row's own text
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
