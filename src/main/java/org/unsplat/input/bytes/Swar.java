package org.unsplat.input.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text as one number, the first of them lowest, so that one operation is done to all. What is asked of
 * each byte is answered in its sign, the highest of its bits.
 */
public final class Swar {

    /** How many bytes beyond a text must be there to read. */
    static final int SLACK = 16;

    public static final long ONES = 0x0101010101010101L;
    public static final long SIGNS = 0x8080808080808080L;

    private static final long LINE_ENDS = '\n' * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long AMPERSANDS = '&' * ONES;

    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Swar() {}

    public static long at(byte[] bytes, int at) {
        return (long) NUMBER.get(bytes, at);
    }

    /** The index, from 0, of the first byte that has a sign; there must be one. */
    public static int first(long signs) {
        // Not Long.numberOfTrailingZeros: C2 makes one instruction of it, but C1 many, with branches
        return (int) (((signs & -signs) - 1 & ONES) * ONES >>> 56) - 1;
    }

    /** Where the first line end stands from here on; there must be one. */
    public static int lineEnd(byte[] bytes, int start) {
        for (var at = start; ; at += 8) {
            var newline = at(bytes, at) ^ LINE_ENDS;
            var newlines = newline - ONES & ~newline & SIGNS;
            if (newlines != 0) {
                return at + first(newlines);
            }
        }
    }

    /** The first place from here on that holds anything but blank to tilde, or an ampersand; there must be one. */
    public static int plainEnd(byte[] bytes, int start) {
        for (var at = start; ; at += 8) {
            var text = at(bytes, at);
            var signs = (text - BLANKS | text + ONES | (text ^ AMPERSANDS) - ONES) & SIGNS;
            if (signs != 0) {
                return at + first(signs);
            }
        }
    }

    /** Where the line begins that this place is in or right behind of, not before the first place. */
    public static int lineStart(byte[] bytes, int first, int at) {
        var start = at;
        while (start - 8 >= first && !hasLineEnd(at(bytes, start - 8))) {
            start -= 8;
        }
        while (start > first && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static boolean hasLineEnd(long text) {
        var newline = text ^ LINE_ENDS;
        return (newline - ONES & ~newline & SIGNS) != 0;
    }

    /** How many lines end within these bytes. */
    public static int countLines(byte[] bytes, int from, int end) {
        var count = 0;
        var at = from;
        for (; at + 8 <= end; at += 8) {
            var newline = at(bytes, at) ^ LINE_ENDS;
            // Exact zero-byte test; the cheaper one may also flag the byte after a match
            var newlines = ~((newline & ~SIGNS) + ~SIGNS | newline) & SIGNS;
            count += (int) ((newlines >>> 7) * ONES >>> 56);
        }
        for (; at < end; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }
}
