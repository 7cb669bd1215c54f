package org.unsplat.join;

import org.unsplat.input.Line;

/**
 * The lengths of the lines of a message. Several lines with exactly the largest length show that something breaks lines at
 * that width, possibly within words.
 */
final class LineWidths {

    private static final int TERMINAL = 80;

    /** Lines are not broken at smaller widths. */
    private static final int NARROWEST = 30;

    /** The number of lines of the largest length that is no coincidence. */
    private static final int MANY = 3;

    private int longest;
    private int count;
    private int inWords;
    private int atBlanks;

    void see(Line line) {
        var width = line.width();
        if (width > longest) {
            longest = width;
            count = 0;
        }
        count += width == longest ? 1 : 0;
    }

    /** Starts anew, because the message ends. */
    void forget() {
        longest = 0;
        count = 0;
        inWords = 0;
        atBlanks = 0;
    }

    /**
     * Learns from a joined line how lines are broken. What breaks lines at blanks removes the blank, or leaves it at the end.
     *
     * @param spaced whether it was broken at a blank
     */
    void learn(Line first, Line second, boolean spaced) {
        if (spaced) {
            atBlanks += first.width() == longest && second.text().charAt(0) == ' ' ? 0 : 1;
        } else if (first.width() == longest) {
            inWords++;
        }
    }

    /** Whether no line of the message is longer, so that it may have been broken at this width. */
    boolean isLongest(Line line) {
        return line.width() == longest && longest >= NARROWEST;
    }

    /** Whether the line has the width at which several lines are broken, so that its end is certainly on the next line. */
    boolean isCut(Line line) {
        return line.width() == longest && longest >= NARROWEST && (count >= MANY || inWords > 1);
    }

    /** Whether the line has the width at which lines are broken within words. */
    boolean isFull(Line line) {
        var width = line.width();
        return inWords > atBlanks || atBlanks == 0 && count >= MANY
                ? width >= NARROWEST && (width == longest || line.text().length() == longest)
                : atBlanks == 0 && (width == TERMINAL || line.text().length() == TERMINAL);
    }
}
