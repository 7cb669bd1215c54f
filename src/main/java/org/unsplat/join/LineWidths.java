package org.unsplat.join;

import org.unsplat.input.Line;

/**
 * How long the lines of a message are. Where several are exactly as long as the longest, something broke them at that
 * width, be it in the middle of a word.
 */
final class LineWidths {

    /** The width of a terminal. */
    private static final int TERMINAL = 80;

    /** No window is narrower. */
    private static final int NARROWEST = 30;

    /** This many lines of one length, none longer, are no coincidence. */
    private static final int MANY = 3;

    private int longest;
    private int count;
    private int inWords;
    private int atBlanks;

    /** Notes the width of a line. */
    void see(Line line) {
        var width = line.width();
        if (width > longest) {
            longest = width;
            count = 0;
        }
        count += width == longest ? 1 : 0;
    }

    /** The message ends. */
    void forget() {
        longest = 0;
        count = 0;
        inWords = 0;
        atBlanks = 0;
    }

    /**
     * Learns from a line that was joined.
     *
     * @param spaced whether it was broken at a blank
     */
    void learn(Line first, boolean spaced) {
        if (spaced) {
            atBlanks++;
        } else if (first.width() == longest) {
            inWords++;
        }
    }

    /** Whether no line of the message is longer, so that a narrow window may have broken it. */
    boolean isLongest(Line line) {
        return line.width() == longest && longest >= NARROWEST;
    }

    /** Whether something may have broken the line in the middle of a word. */
    boolean isFull(Line line) {
        var width = line.width();
        return inWords > atBlanks || atBlanks == 0 && count >= MANY
                ? width >= NARROWEST && (width == longest || line.text().length() == longest)
                : atBlanks == 0 && (width == TERMINAL || line.text().length() == TERMINAL);
    }
}
