package org.unsplat.input;

/** A line of the input, cleaned once: from here on nobody sees a prefix, but every line knows its number. */
public final class Line {

    private final int number;
    private final int lastNumber;
    private final String raw;
    private final String text;
    private final String words;
    private final Double time;
    private final String caller;

    /**
     * @param number of the line in the input, from 1; a kmsg record with embedded newlines gives several lines of one number
     * @param raw the line as it came, without its line end
     * @param text the kernel's own text: prefix, quoting and encoding gone, indentation kept where it is known
     * @param time seconds since boot, null where the console printed none
     * @param caller {@code T123} or {@code C4}, null where the console printed none
     */
    public Line(int number, String raw, String text, Double time, String caller) {
        this(number, number, raw, text, time, caller);
    }

    private Line(int number, int lastNumber, String raw, String text, Double time, String caller) {
        this.number = number;
        this.lastNumber = lastNumber;
        this.raw = raw;
        this.text = text;
        this.words = text.strip();
        this.time = time;
        this.caller = caller;
    }

    /** A line without a prefix. */
    public static Line bare(int number, String text) {
        return new Line(number, text, text, null, null);
    }

    public int number() {
        return number;
    }

    /** The line as it came; several, with newlines between them, where they were rejoined. */
    public String raw() {
        return raw;
    }

    public String text() {
        return text;
    }

    /** The text without the blanks around it: the same object each time, so that who has seen it once can tell quickly. */
    public String words() {
        return words;
    }

    public Double time() {
        return time;
    }

    public String caller() {
        return caller;
    }

    /** The line with another text. */
    public Line with(String newText) {
        return new Line(number, lastNumber, raw, newText, time, caller);
    }

    /** The line with the next one's text as it came, too. */
    public Line followedBy(Line next) {
        return new Line(number, next.lastNumber, raw + '\n' + next.raw, text, time, caller);
    }

    /** Whether it stands directly below the other, and no further left, as frames do; prose after them stands apart. */
    public boolean isBelow(Line other) {
        return number <= other.lastNumber + 1 && indent() >= other.indent();
    }

    /** How many blanks it begins with. */
    public int indent() {
        var at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The number of the last of the lines that were rejoined to this one. */
    public int lastNumber() {
        return lastNumber;
    }
}
