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

    /** Without this bit, F and G are the same, without these, D to G and L to O. */
    private static final long ON = 0x01 * ONES;
    private static final long OFF = 0x0b * ONES;

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
        var ignored = triggers.isLockdepOff() ? OFF : ON;
        var letters = 'G' * ONES | ignored;
        for (var at = from; at < end; at += 8) {
            var word = (long) WORD.get(bytes, at);
            var newline = word ^ '\n' * ONES;
            var letter = (word | ignored) ^ letters;
            var lock = word ^ '#' * ONES;
            var hits = (newline - ONES & ~newline | letter - ONES & ~letter | lock - ONES & ~lock) & SIGNS;
            if (word == RULER && triggers.isRuler(bytes, at, end)) {
                return at;
            }
            while (hits != 0) {
                var place = at + (Long.numberOfTrailingZeros(hits) >>> 3);
                hits &= hits - 1;
                if (place >= end) {
                    return -1;
                }
                if (bytes[place] != '\n') {
                    if (triggers.isAt(bytes, place, end)) {
                        return place;
                    }
                } else {
                    lines++;
                    if (place + 1 < end && triggers.hides(bytes, place + 1, end)) {
                        return place + 1;
                    }
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
