package org.unsplat.input.bytes;

import java.util.Arrays;

/**
 * Runs of whole lines in which nothing of interest can begin, in ascending order. They are found before the lines are looked at
 * one by one, which they spare.
 */
public final class QuietRuns {

    /** Finds such runs; called by one thread. */
    public interface Finder {

        /**
         * Adds runs of lines; may leave out any.
         *
         * @param from the beginning of a line
         * @param to the index after the end of a line
         */
        void find(byte[] bytes, int from, int to, QuietRuns runs);
    }

    private static final int PARTS = 3;

    /** The index of the first byte of each run, the index after its last line end, and the number of its lines. */
    private int[] parts = new int[PARTS << 7];

    private int end;
    private int current;

    public void add(int from, int to, int lines) {
        if (end == parts.length) {
            parts = Arrays.copyOf(parts, 2 * end);
        }
        parts[end++] = from;
        parts[end++] = to;
        parts[end++] = lines;
    }

    void clear() {
        end = 0;
        current = 0;
    }

    /** Adds the runs that another one has between these indexes, moved by an offset. */
    void addAll(QuietRuns other, int from, int to, int offset) {
        for (var run = 0; run < other.end; run += PARTS) {
            if (other.parts[run] >= from && other.parts[run + 1] <= to) {
                add(other.parts[run] + offset, other.parts[run + 1] + offset, other.parts[run + 2]);
            }
        }
    }

    /** Follows bytes that were moved to the front; the first ones are gone. */
    void moveBack(int by) {
        var kept = 0;
        for (var run = 0; run < end; run += PARTS) {
            if (parts[run] >= by) {
                parts[kept++] = parts[run] - by;
                parts[kept++] = parts[run + 1] - by;
                parts[kept++] = parts[run + 2];
            }
        }
        end = kept;
        current = 0;
    }

    /** Goes to the first run that ends after this index, which is the current one then; false if there is none. */
    public boolean seek(int index) {
        if (current > 0 && parts[current - PARTS + 1] > index) {
            current = 0;
        }
        while (current < end && parts[current + 1] <= index) {
            current += PARTS;
        }
        return current < end;
    }

    /** Where the current run begins. */
    public int from() {
        return parts[current];
    }

    /** Where the current run ends. */
    public int to() {
        return parts[current + 1];
    }

    /** The number of lines of the current run. */
    public int lines() {
        return parts[current + 2];
    }
}
