package org.unsplat.model;

import java.util.Locale;

/**
 * A missing or doubtful part of a report.
 *
 * @param line the number of the input line where the problem shows
 */
public record Problem(Code code, int line, String message) {

    /** The closed list of codes; in JSON {@code missing-part} and so on. */
    public enum Code {
        /** A part that this kind always prints is not there. */
        MISSING_PART,
        /** A list is shorter or longer than its heading declares. */
        COUNT_MISMATCH,
        /** Another report or a crash begins before this report has ended. */
        CUT_BY_REPORT,
        /** The input ends before the report does. */
        CUT_BY_END,
        /** The headline is lost: the input has only later parts. */
        MISSING_HEAD,
        /** The report has more lines than the limit; the rest was left out. */
        TOO_LONG,
        /** Parts contradict each other: the CPU line of another task, two stacks in one, numbers out of order. */
        INCONSISTENT,
        /** The log says that lines were lost, or its times show it. */
        LINES_LOST;

        /** The code as JSON has it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
