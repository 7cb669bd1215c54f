package org.unsplat.input;

/**
 * A line of the input, cleaned once: from here on nobody sees a prefix, but every line knows its number.
 *
 * @param number of the line in the input, from 1; a kmsg record with embedded newlines gives several lines of one
 *         number
 * @param lastNumber that of the last line of the input that this one is decoded from, for most lines its own
 * @param raw the line as it came, without its line end; decoded where the mail's encoding broke it
 * @param text the kernel's own text: prefix, quoting and encoding gone, indentation kept where it is known
 * @param stripped the text without the blanks around it
 * @param time seconds since boot, null where the console printed none
 * @param caller {@code T123} or {@code C4}, null where the console printed none
 * @param wall the date and time as the transport wrote them, null where it wrote none
 * @param depth how many quoting signs stood in front of it: what one author wrote has one depth
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

    /** A line that is one of the input's. */
    public Line(int number, String raw, String text, Double time, String caller, int depth) {
        this(number, number, raw, text, text.strip(), time, caller, null, depth);
    }

    /** A line that is one of the input's, and not quoted. */
    public Line(int number, String raw, String text, Double time, String caller) {
        this(number, raw, text, time, caller, 0);
    }

    /** A line without a prefix. */
    public static Line bare(int number, String text) {
        return new Line(number, text, text, null, null);
    }

    /** The line with another text. */
    public Line with(String newText) {
        return new Line(number, lastNumber, raw, newText, newText.strip(), time, caller, wall, depth);
    }

    /** How wide it was shown: with its prefix, for a terminal breaks that, too. */
    public int width() {
        return time == null ? text.stripTrailing().length() + blanksAfter().length() : raw.length();
    }

    /** The blanks that stood at its end, where a column broke it. */
    public String blanksAfter() {
        return raw.substring(raw.stripTrailing().length());
    }

    /** How many blanks it begins with. */
    public int indent() {
        var at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
