package org.unsplat.render.html;

import java.util.List;

/**
 * A bug on the page.
 *
 * @param anchor its id on the page
 * @param state as in the table, or null
 * @param headline the kernel's own headline, null if the title says as much
 * @param explanation null if it would be a guess
 * @param words the kernel's own lines, if there is no explanation
 * @param problems what is missing or doubtful
 * @param race null for lockdep, or if its facts are left out
 * @param lockdep null for a race, or if its facts are left out
 * @param later the reports after those in {@code seen}, null if there are none
 * @param entry what the baseline says about it, null if it has no entry
 * @param leftOut names what is not on the page, null if nothing is missing
 * @param command prints the reports of this bug
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
        LaterReports later,
        int count,
        String system,
        List<Named> origin,
        List<Named> ids,
        String entry,
        List<TextBlock> texts,
        String leftOut,
        ShellCommand command) {

    /** The place of one of the bug's reports; {@code time} is empty if none was printed. */
    record Seen(String input, String lines, String time) {}

    /** A value with its name; {@code href} is null if the value is no address. */
    record Named(String name, String value, String href) {}
}
