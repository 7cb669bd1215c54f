package org.unsplat.model;

import java.util.Locale;

/**
 * Something missing or doubtful in a report.
 *
 * @param line the number of the input's line where it shows
 */
public record Problem(Code code, int line, String message) {

    /** The closed list of codes; in JSON {@code missing-part} and so on. */
    public enum Code {
        /** A part that this kind always prints is not there. */
        MISSING_PART,
        /** A list is shorter or longer than its heading declares. */
        COUNT_MISMATCH,
        /** Another report or a crash begins before this one has ended. */
        CUT_BY_REPORT,
        /** The input ends before the report does. */
        CUT_BY_END,
        /** The head is gone: only later parts are there. */
        MISSING_HEAD,
        /** The report holds more lines than the limit; the rest was left out. */
        TOO_LONG,
        /** Two parts contradict each other: another task's CPU line, two stacks in one, numbers out of order. */
        INCONSISTENT,
        /** The log says that lines are lost, or shows it by its times. */
        LINES_LOST;

        /** The code as JSON has it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
