package org.unsplat.input;

/**
 * A cleaned line of the input. It has no prefix any more, but keeps its number.
 *
 * @param number of the line in the input, from 1; several lines have the same number if they were embedded in one kmsg
 *         record
 * @param lastNumber the number of the last input line that this line was decoded from; mostly the same
 * @param raw the line as read, without its line end; if a mail's encoding broke the line, decoded
 * @param text the kernel's text without prefix, quoting and encoding; with its indentation if that is known
 * @param stripped the text without blanks at both ends
 * @param time seconds since boot, null if the console printed none
 * @param caller {@code T123} or {@code C4}, null if the console printed none
 * @param wall the date and time as the transport wrote it, null if it wrote none
 * @param depth the number of quote marks in front of it; text of one author has one depth
 */
public record Line(
        int number,
        int lastNumber,
        String raw,
        String text,
        String stripped,
        Double time,
        String caller,
        String wall,
        int depth) {

    public Line(int number, String raw, String text, Double time, String caller, int depth) {
        this(number, number, raw, text, text.strip(), time, caller, null, depth);
    }

    /** A line of the input that is not quoted. */
    public Line(int number, String raw, String text, Double time, String caller) {
        this(number, raw, text, time, caller, 0);
    }

    /** A line without a prefix. */
    public static Line bare(int number, String text) {
        return new Line(number, text, text, null, null);
    }

    public Line with(String newText) {
        return new Line(number, lastNumber, raw, newText, newText.strip(), time, caller, wall, depth);
    }

    /** The same text with the time, caller and quoting depth of another line. */
    public Line quotedLike(Line other) {
        return new Line(number, lastNumber, raw, text, stripped, other.time, other.caller, other.wall, other.depth);
    }

    /** The width at which it was shown; a terminal breaks lines by their width with the prefix. */
    public int width() {
        return time == null ? text.stripTrailing().length() + blanksAfter().length() : raw.length();
    }

    /** The blanks at its end, which are there if a terminal broke the line. */
    public String blanksAfter() {
        return raw.substring(raw.stripTrailing().length());
    }

    /** The number of leading blanks. */
    public int indent() {
        var at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
