package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;
import org.unsplat.input.bytes.Swar;

/**
 * Lines that matter only if another line follows, near the end of the bytes in memory. Deciding without that line would make
 * the result depend on how the bytes arrive.
 *
 * <pre>{@code
 * ==========================                              a headline without a mark may follow
 * WARNING: CPU: 1 PID: 2 at fs/a.c:12 f+0x1/0x2           the message of a failed lockdep_assert may follow
 * }</pre>
 */
final class UndecidedLines {

    private static final ByteMatcher WARNING = new ByteMatcher("WARNING:");

    private UndecidedLines() {}

    /**
     * Whether lines after the end decide whether this line matters.
     *
     * @param end the index after the end of the last line in memory, to which it looks
     */
    static boolean areAt(byte[] bytes, int start, int lineEnd, int end, Triggers triggers) {
        return SurroundingLines.RULER.areIn(bytes, start, lineEnd) && isOpenRuler(bytes, start, end, triggers)
                || isOpenWarning(bytes, start, lineEnd, end);
    }

    /** Whether no headline follows yet. One of a known kind matters itself, and the ruler is read with it. */
    private static boolean isOpenRuler(byte[] bytes, int start, int end, Triggers triggers) {
        for (var line = start; line < end; ) {
            var lineEnd = triggers.plainEnd(bytes, line);
            if (lineEnd < 0) {
                lineEnd = Swar.lineEnd(bytes, line);
                if (SurroundingLines.BELOW_RULER.areIn(bytes, line, lineEnd) || isHeadline(bytes, line, lineEnd)) {
                    return false;
                }
            }
            line = lineEnd + 1;
        }
        return true;
    }

    private static boolean isHeadline(byte[] bytes, int start, int lineEnd) {
        for (var at = start; at < lineEnd; at++) {
            if (Triggers.AFTER_MARK.areAt(bytes, at, lineEnd) && Triggers.MARKS.startOf(bytes, at, lineEnd) >= start) {
                return true;
            }
        }
        return false;
    }

    /** Whether the lines below, of which too few are there, may have the message of a warning that does not matter itself. */
    private static boolean isOpenWarning(byte[] bytes, int start, int lineEnd, int end) {
        var below = 0;
        for (var at = lineEnd + 1; at < end; at = Swar.lineEnd(bytes, at) + 1) {
            below++;
        }
        var after = below < SurroundingLines.MESSAGE_AFTER ? afterWarning(bytes, start, lineEnd) : -1;
        return after >= 0
                && !Triggers.AFTER_MARK.areAt(bytes, after, lineEnd)
                && !Triggers.goesOn(bytes, after, lineEnd);
    }

    /** The index after the mark of a warning, -1 if there is none. */
    private static int afterWarning(byte[] bytes, int start, int lineEnd) {
        for (var at = start; at <= lineEnd; at++) {
            if (WARNING.startOf(bytes, at, lineEnd) >= start) {
                return at;
            }
        }
        return -1;
    }
}
