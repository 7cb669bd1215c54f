package org.unsplat.input.layer;

/**
 * A line while layers process it; it becomes a {@code Line}.
 *
 * @param lastNumber the number of the last input line it is decoded from
 * @param wall the date and time written by the outermost transport that has a wall clock, for {@code WallClock}; null if there
 *         is none
 * @param message the number of its mail, as {@code Messages} counts them
 * @param depth the number of removed quote marks
 * @param verbatim whether the text is final, because no kernel printed it
 */
public record PartialLine(
        int number,
        int lastNumber,
        String raw,
        String text,
        Double time,
        String caller,
        String wall,
        int message,
        int depth,
        boolean verbatim) {

    public PartialLine(int number, String raw, int message) {
        this(number, number, raw, raw, null, null, null, message, 0, false);
    }

    /** The line that this one and those up to {@code last} are decoded to. */
    public PartialLine decoded(String newText, PartialLine last) {
        return new PartialLine(number, last.lastNumber, newText, newText, null, null, wall, message, 0, false);
    }

    public PartialLine with(String newText) {
        return newText.equals(text)
                ? this
                : new PartialLine(number, lastNumber, raw, newText, time, caller, wall, message, depth, verbatim);
    }

    public PartialLine with(String newText, Double newTime, String newCaller) {
        return new PartialLine(number, lastNumber, raw, newText, newTime, newCaller, wall, message, depth, verbatim);
    }

    /** The line with a date and time, unless an outer transport has set one. */
    public PartialLine at(String newWall) {
        return newWall == null || wall != null
                ? this
                : new PartialLine(number, lastNumber, raw, text, time, caller, newWall, message, depth, verbatim);
    }

    /** The line with {@code signs} quote marks removed from its front. */
    public PartialLine unquoted(String newText, int signs) {
        return new PartialLine(number, lastNumber, raw, newText, time, caller, wall, message, depth + signs, verbatim);
    }

    public PartialLine verbatim(String newText) {
        return new PartialLine(number, lastNumber, raw, newText, time, caller, wall, message, depth, true);
    }

    public PartialLine in(int newMessage) {
        return newMessage == message
                ? this
                : new PartialLine(number, lastNumber, raw, text, time, caller, wall, newMessage, depth, verbatim);
    }
}
