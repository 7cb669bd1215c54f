package org.unsplat.model;

/**
 * The span of a report in its input.
 *
 * @param input the input's name: the operand as given, {@code -} for stdin
 * @param first the number of the first line, counted from 1, rulers included
 * @param last the number of the last line
 * @param time the console's first and last time in seconds, null where none was printed
 * @param wall the date and time of the first and last line that had one, null where the log has no wall clock
 * @param caller {@code T123} or {@code C4} where the whole report came under one caller, else null
 */
public record Where(String input, int first, int last, TimeSpan time, WallSpan wall, String caller) {

    /** Lines of an input without a clock and without callers. */
    public Where(String input, int first, int last) {
        this(input, first, last, null, null, null);
    }

    /** First and last time in seconds since boot, as the console printed them. */
    public record TimeSpan(double first, double last) {}

    /**
     * First and last date and time in the form of ISO 8601: {@code 2024-06-25T12:00:00Z}, without an offset where none
     * was given, and without the year where none was given: {@code --06-25T12:00:00}.
     */
    public record WallSpan(String first, String last) {}
}
