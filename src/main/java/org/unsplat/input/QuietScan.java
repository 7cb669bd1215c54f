package org.unsplat.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hot loop: every byte of a quiet log goes through here and through nothing else. Eight bytes at a time it looks for
 * the ends of lines and for the letters of which each trigger has one ({@link Triggers}): a byte that is one of them
 * comes out as zero, and the subtraction carries into the sign of a zero byte.
 *
 * <p>WARNING: this is written for speed, and longer than a method here may be. Measure before and after every change.
 */
final class QuietScan {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many bytes beyond those that are scanned must be there to read. */
    static final int SLACK = 8;

    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;
    private static final long RULER = '=' * ONES;

    /** Without this bit, G and O are the same. */
    private static final long BETWEEN = ('G' ^ 'O') * ONES;

    private final Triggers triggers;
    private int lines;

    QuietScan(Triggers triggers) {
        this.triggers = triggers;
    }

    /** How many lines ended within what was scanned since this was asked last. */
    int takeLines() {
        var count = lines;
        lines = 0;
        return count;
    }

    /**
     * The place of the first thing that matters from here on, -1 where there is none.
     *
     * @param from where a line begins
     * @param end past the end of a line
     */
    int find(byte[] bytes, int from, int end) {
        if (from < end && triggers.hides(bytes, from, end)) {
            return from;
        }
        var boots = (triggers.isLockdepOff() ? 'L' : '#') * ONES;
        for (var at = from; at < end; at += 8) {
            var word = (long) WORD.get(bytes, at);
            var newline = word ^ '\n' * ONES;
            var mark = (word | BETWEEN) ^ 'O' * ONES;
            var lock = word ^ '#' * ONES;
            var boot = word ^ boots;
            var newlines = newline - ONES & ~newline & SIGNS;
            var letters = (mark - ONES & ~mark | lock - ONES & ~lock | boot - ONES & ~boot) & SIGNS;
            if (letters != 0 || newlines != 0 || word == RULER) {
                // Nearly all that is found is the end of a line
                var hit = letters == 0 && word != RULER ? pass(bytes, at, end, newlines) : look(bytes, at, end);
                if (hit >= 0) {
                    return hit;
                }
            }
        }
        return -1;
    }

    /** Looks at each of eight bytes, some of which may matter; the place of the first that does, -1 where none does. */
    private int look(byte[] bytes, int from, int end) {
        if ((long) WORD.get(bytes, from) == RULER && triggers.isRuler(bytes, from, end)) {
            return from;
        }
        for (var at = from; at < from + 8 && at < end; at++) {
            if (bytes[at] == '\n') {
                lines++;
                if (at + 1 < end && triggers.hides(bytes, at + 1, end)) {
                    return at + 1;
                }
            } else if (triggers.isAt(bytes, at, end)) {
                return at;
            }
        }
        return -1;
    }

    /** Passes over the line ends among eight bytes; the place after one of them if a line begins there that hides others. */
    private int pass(byte[] bytes, int from, int end, long newlines) {
        for (var left = newlines; left != 0; left &= left - 1) {
            var at = from + (Long.numberOfTrailingZeros(left) >>> 3);
            // The subtraction may carry on beyond a line end
            if (at < end && bytes[at] == '\n') {
                lines++;
                if (at + 1 < end && triggers.hides(bytes, at + 1, end)) {
                    return at + 1;
                }
            }
        }
        return -1;
    }

    /** How many lines end within these bytes. */
    static int countLines(byte[] bytes, int from, int end) {
        var count = 0;
        var at = from;
        for (; at + 8 <= end; at += 8) {
            var newline = (long) WORD.get(bytes, at) ^ '\n' * ONES;
            count += Long.bitCount(~((newline & ~SIGNS) + ~SIGNS | newline) & SIGNS);
        }
        for (; at < end; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }
}
