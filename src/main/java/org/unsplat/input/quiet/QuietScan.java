package org.unsplat.input.quiet;

import org.unsplat.input.bytes.Swar;

/**
 * The hot loop: every line of a quiet log goes through here, and few through anything else. Those that show that
 * nothing can begin in them are passed over at once ({@link PlainLines}). In the others, eight bytes at a time, it
 * looks for the letters of which each trigger has one ({@link Triggers}): a byte that is one of them comes out as zero,
 * and the subtraction carries into the sign of a zero byte.
 *
 * <p>WARNING: this is written for speed. Measure before and after every change.
 */
final class QuietScan {

    private static final long RULER = '=' * Swar.ONES;
    private static final long LOCKS = '#' * Swar.ONES;
    private static final long MARKS = 'O' * Swar.ONES;

    /** Without this bit, G and O are the same. */
    private static final long BETWEEN = ('G' ^ 'O') * Swar.ONES;

    private final Triggers triggers;
    private final BodyLines bodies = new BodyLines();
    private int lines;
    private int taken;

    QuietScan(Triggers triggers) {
        this.triggers = triggers;
    }

    /** How many lines ended within what was scanned since this was asked last. */
    int takeLines() {
        var count = lines - taken;
        taken = lines;
        return count;
    }

    /** Lines come that do not follow those seen so far. */
    void restart() {
        bodies.restart();
    }

    /**
     * The place of the first thing that matters from here on, -1 where there is none.
     *
     * @param from where a line begins
     * @param end past the end of a line
     */
    int find(byte[] bytes, int from, int end) {
        for (var line = from; line < end; lines++) {
            var lineEnd = triggers.plainEnd(bytes, line);
            if (lineEnd < 0) {
                lineEnd = Swar.lineEnd(bytes, line);
                var hit = look(bytes, line, lineEnd, end);
                if (hit >= 0) {
                    return hit;
                }
            }
            if (bodies.areAt(bytes, line, lineEnd, lines)) {
                return line;
            }
            line = lineEnd + 1;
        }
        return -1;
    }

    /** The place of the first thing that matters in this line, -1 where there is none. */
    private int look(byte[] bytes, int start, int lineEnd, int end) {
        if (triggers.disablesSkipping(bytes, start, end)) {
            return start;
        }
        var states = (triggers.isLockdepOff() ? 'L' : 'D') * Swar.ONES;
        for (var at = start; at < lineEnd; at += 8) {
            var word = Swar.at(bytes, at);
            var mark = (word | BETWEEN) ^ MARKS;
            var letters =
                    (mark - Swar.ONES | (word ^ LOCKS) - Swar.ONES | (word ^ states) - Swar.ONES) & ~word & Swar.SIGNS;
            if (word == RULER && triggers.isRuler(bytes, at, end)) {
                return at;
            }
            if (letters != 0) {
                var hit = lookAt(bytes, at, letters, lineEnd, end);
                if (hit >= 0) {
                    return hit;
                }
            }
        }
        return -1;
    }

    /**
     * The place of the first of eight bytes that matters, -1 where none does.
     *
     * @param letters the signs of those that may
     */
    private int lookAt(byte[] bytes, int from, long letters, int lineEnd, int end) {
        for (var rest = letters; rest != 0; rest &= rest - 1) {
            var at = from + Swar.first(rest);
            if (at < lineEnd && triggers.isAt(bytes, at, end)) {
                return at;
            }
        }
        return -1;
    }
}
