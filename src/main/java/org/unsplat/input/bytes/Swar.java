package org.unsplat.input.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes as one little-endian number, so that one operation treats all of them. The result for each byte is in its sign
 * bit.
 */
public final class Swar {

    /** The number of readable bytes that a text must have after its end. */
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

    /** The index, from 0, of the first byte whose sign bit is set; at least one must be. */
    public static int first(long signs) {
        // Not Long.numberOfTrailingZeros: C2 compiles it to one instruction, but C1 to many with branches
        return (int) (((signs & -signs) - 1 & ONES) * ONES >>> 56) - 1;
    }

    /** The index of the first line end from {@code start} on; there must be one. */
    public static int lineEnd(byte[] bytes, int start) {
        for (var at = start; ; at += 8) {
            var newline = at(bytes, at) ^ LINE_ENDS;
            var newlines = newline - ONES & ~newline & SIGNS;
            if (newlines != 0) {
                return at + first(newlines);
            }
        }
    }

    /** The index of the first byte from {@code start} on that is not in blank to tilde, or is an ampersand; there must be one. */
    public static int plainEnd(byte[] bytes, int start) {
        for (var at = start; ; at += 8) {
            var text = at(bytes, at);
            var signs = (text - BLANKS | text + ONES | (text ^ AMPERSANDS) - ONES) & SIGNS;
            if (signs != 0) {
                return at + first(signs);
            }
        }
    }

    /** The index, not before {@code first}, where the line begins that contains {@code at} or ends just before it. */
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

    /** The end of a line without trailing blanks and carriage returns. */
    public static int textEnd(byte[] bytes, int start, int lineEnd) {
        var end = lineEnd;
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static boolean hasLineEnd(long text) {
        var newline = text ^ LINE_ENDS;
        return (newline - ONES & ~newline & SIGNS) != 0;
    }

    /** The number of line ends in the range. */
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
