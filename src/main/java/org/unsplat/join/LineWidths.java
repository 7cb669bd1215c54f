package org.unsplat.join;

import org.unsplat.input.Line;

/**
 * How long the lines of a message are. Where several are exactly as long as the longest, something broke them at that
 * width, be it in the middle of a word.
 */
final class LineWidths {

    /** The width of a terminal. */
    private static final int TERMINAL = 80;

    /** Shorter lines show nothing. */
    private static final int SHORTEST = 60;

    private int longest;
    private int count;

    /** Notes the width of a line. */
    void see(Line line) {
        var width = widthOf(line);
        if (width > longest) {
            longest = width;
            count = 1;
        } else if (width == longest) {
            count++;
        }
    }

    /** The message ends. */
    void forget() {
        longest = 0;
        count = 0;
    }

    /** With its prefix, for a terminal breaks that, too. */
    private static int widthOf(Line line) {
        return line.time() == null ? line.text().length() : line.raw().length();
    }

    /** Whether something may have broken the line in the middle of a word. */
    boolean isFull(Line line) {
        var width = widthOf(line);
        return width == TERMINAL || line.text().length() == TERMINAL || width >= SHORTEST && width == longest && count > 1;
    }

    /** Whether nothing but a column can have broken the line, as several others. */
    boolean isSurelyFull(Line line) {
        var width = widthOf(line);
        return width >= SHORTEST && width == longest && count > 1 || width == TERMINAL;
    }
}
