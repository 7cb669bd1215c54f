package org.unsplat.input.layer;

/**
 * A line on its way to becoming a {@code Line}: what the layers have left of it so far.
 *
 * @param lastNumber that of the last line of the input that it is decoded from
 * @param wall what the outermost transport with a wall clock wrote of the line's date and time, for {@code WallClock};
 *         null where there was none
 * @param message the number of the mail that it stands in, as {@code Messages} counts them
 * @param depth how many quoting signs were taken off
 * @param verbatim whether the text is final: no kernel printed it, so nothing may be taken off it
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

    /** The line that this one and those after it, the last one included, are decoded to. */
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

    /** The line with a date and time, unless a transport further out has given it one. */
    public PartialLine at(String newWall) {
        return newWall == null || wall != null
                ? this
                : new PartialLine(number, lastNumber, raw, text, time, caller, newWall, message, depth, verbatim);
    }

    /** The line without so many quoting signs, which stood in front of the new text. */
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
