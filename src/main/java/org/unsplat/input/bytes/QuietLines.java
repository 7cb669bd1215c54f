package org.unsplat.input.bytes;

/**
 * Whole lines of which none matters.
 *
 * @param from the index of the first byte of the first line
 * @param to the index after the last line end
 * @param lines their number
 * @param rules the rules by which they are quiet, compared by {@code equals}
 */
public record QuietLines(int from, int to, int lines, Object rules) {

    QuietLines movedBy(int offset) {
        return new QuietLines(from + offset, to + offset, lines, rules);
    }

    /** Tells quiet lines from others; called by one thread. */
    public interface Finder {

        /** The rules by which none of these lines matters, null if one may; may claim less than is true. */
        Object rulesOfQuiet(byte[] bytes, int from, int to);
    }
}
