package org.unsplat.render.html;

import java.util.List;

/**
 * A bug as the page shows it.
 *
 * @param anchor its id on the page
 * @param state as in the table, or null
 * @param headline the kernel's own, null where the title tells as much
 * @param explanation null where that would be a guess
 * @param words the kernel's, where nothing explains it
 * @param problems what is missing or doubtful
 * @param race null for lockdep
 * @param lockdep null for a race
 * @param entry what the baseline says, null where it says nothing
 * @param leftOut what is not on the page, in words; null for nothing
 * @param command that shows it
 */
record BugSection(
        String anchor,
        String state,
        String kind,
        String title,
        String headline,
        String explanation,
        List<String> words,
        List<String> problems,
        RaceFacts race,
        LockdepFacts lockdep,
        boolean endsCoverage,
        List<Seen> seen,
        int count,
        String system,
        List<Named> origin,
        List<Named> ids,
        String entry,
        List<TextBlock> texts,
        String leftOut,
        String command) {

    /** Where a report of the bug stands; {@code time} is empty where none was printed. */
    record Seen(String input, String lines, String time) {}

    /** {@code href} is null where the value is no address. */
    record Named(String name, String value, String href) {}

    /** How many reports are not among those that are listed. */
    int more() {
        return count - seen.size();
    }
}
