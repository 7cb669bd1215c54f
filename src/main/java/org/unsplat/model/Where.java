package org.unsplat.model;

/**
 * Where a report is in its input.
 *
 * @param input the name of the input: the operand as given, {@code -} for standard input
 * @param first the number of its first line, counted from 1; rulers belong to it
 * @param last the number of its last line
 * @param time the first and last time stamp of the console, null where none was printed
 * @param wall the first and last date and time, null where the log has no wall clock
 * @param caller {@code T123} or {@code C4} if all lines of the report have this caller, else null
 */
public record Where(String input, int first, int last, TimeSpan time, WallSpan wall, String caller) {

    /** Lines of an input without time stamps and callers. */
    public Where(String input, int first, int last) {
        this(input, first, last, null, null, null);
    }

    /** The first and last time stamp in seconds since boot. */
    public record TimeSpan(double first, double last) {}

    /**
     * The first and last date and time in the form of ISO 8601, {@code 2024-06-25T12:00:00Z}: without an offset or a year where
     * the log gives none ({@code --06-25T12:00:00}).
     */
    public record WallSpan(String first, String last) {}
}
