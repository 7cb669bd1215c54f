package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;
import org.unsplat.input.bytes.QuietRuns;
import org.unsplat.input.bytes.Swar;

/**
 * Looks for what matters in the lines that are not known to be quiet ({@link QuietRuns}, {@link QuietLines}). It looks, eight
 * bytes at a time, for the letters of which each trigger has one ({@link Triggers}): such a byte becomes zero, and the
 * subtraction borrows into the sign bit of a zero byte.
 */
final class QuietScan {

    static final long RULER = '=' * Swar.ONES;
    private static final long LOCKS = '#' * Swar.ONES;
    private static final long AMPERSANDS = '&' * Swar.ONES;
    private static final long MARKS = 'O' * Swar.ONES;

    /** Without this bit, G and O are equal. */
    private static final long BETWEEN = ('G' ^ 'O') * Swar.ONES;

    /** The number of lines after a hung task within which its locks are listed; slightly more than in the grammar. */
    private static final int HUNG = 160;

    /** The number of lines of hung tasks after which they are read at once, because more may not fit in the buffer. */
    private static final int MANY_HUNG = 3000;

    private static final ByteMatcher HUNG_TASK = new ByteMatcher("INFO: task ");

    private final Triggers triggers;
    private final QuietRuns runs;
    private final QuietLines quiet = new QuietLines();
    private final BodyLines bodies = new BodyLines();
    private int lines;
    private int taken;
    private int hungTask;
    private int firstHungTask;
    private int firstHungTaskAt;
    private int place;
    private int assertion;
    private int restart;

    /** The index of the first line after the restart, -1 if the lines above it were looked at. */
    private int restartedAt = -1;

    /** @param runs lines that are known to be quiet */
    QuietScan(Triggers triggers, QuietRuns runs) {
        this.triggers = triggers;
        this.runs = runs;
    }

    /** The number of lines that ended in the scanned bytes since the last call. */
    int takeLines() {
        var count = lines - taken;
        taken = lines;
        return count;
    }

    /**
     * Notes that the next lines do not follow those seen so far.
     *
     * @param from the index of the next line, which the bytes keep until the end of the next scan
     */
    void restart(int from) {
        bodies.restart();
        hungTask = lines - HUNG;
        assertion = lines - SurroundingLines.MESSAGE_BEFORE;
        restart = lines;
        restartedAt = from;
    }

    private boolean isBelowAssertion(byte[] bytes) {
        lookAboveRestart(bytes);
        return lines - assertion < SurroundingLines.MESSAGE_BEFORE;
    }

    /** Looks for an assertion before the restart; once, and only if one may still matter. */
    private void lookAboveRestart(byte[] bytes) {
        if (restartedAt >= 0
                && lines - restart < SurroundingLines.MESSAGE_BEFORE
                && SurroundingLines.areBelowAssertion(bytes, restartedAt)) {
            assertion = Math.max(assertion, restart);
        }
        restartedAt = -1;
    }

    /** Whether one of the last lines tells of a hung task, so that lines after it may list its locks. */
    boolean isAfterHungTask() {
        return lines - hungTask < HUNG;
    }

    /** The index of the first hung task that the last scan found after {@link #HUNG} lines without one, -1 for none. */
    int firstHungTaskAt() {
        return firstHungTaskAt;
    }

    /**
     * Where the last scan ended: the index of what matters, the beginning of the first line that those after the end decide, or
     * the end.
     */
    int place() {
        return place;
    }

    /**
     * Whether something matters.
     *
     * @param from the beginning of a line
     * @param end the index after the end of a line
     * @param undecidedFrom the index from which on too few lines follow to decide whether each of them matters
     */
    boolean find(byte[] bytes, int from, int end, int undecidedFrom) {
        firstHungTaskAt = -1;
        var isHit = isIn(bytes, from, end, undecidedFrom);
        lookAboveRestart(bytes);
        return isHit;
    }

    private boolean isIn(byte[] bytes, int from, int end, int undecidedFrom) {
        for (place = quietEnd(bytes, from, end); place < end; place = quietEnd(bytes, place, end)) {
            var line = place;
            var lineEnd = triggers.plainEnd(bytes, line);
            if (lineEnd < 0) {
                lineEnd = Swar.lineEnd(bytes, line);
                if (line >= undecidedFrom && UndecidedLines.areAt(bytes, line, lineEnd, end, triggers)) {
                    return false;
                }
                var hit = look(bytes, line, lineEnd, end);
                if (hit >= 0) {
                    place = hit;
                    return true;
                }
            }
            if (bodies.areAt(bytes, line, lineEnd, lines)) {
                return true;
            }
            place = lineEnd + 1;
            lines++;
        }
        return false;
    }

    /** The beginning of the first line from {@code start} on that is not quiet, or {@code end}. */
    private int quietEnd(byte[] bytes, int start, int end) {
        var line = start;
        while (line < end) {
            var isKnown = runs.seek(line);
            if (isKnown && runs.from() <= line) {
                lines += runs.from() == line ? runs.lines() : Swar.countLines(bytes, line, runs.to());
                line = runs.to();
                continue;
            }
            var limit = isKnown ? Math.min(runs.from(), end) : end;
            line = quiet.end(bytes, line, limit);
            lines += quiet.lines();
            if (line < limit) {
                return line;
            }
        }
        return line;
    }

    /** The index of the first thing that matters in this line, -1 if there is none. */
    private int look(byte[] bytes, int start, int lineEnd, int end) {
        if (triggers.disablesSkipping(bytes, start, end)) {
            return start;
        }
        var states = (triggers.isLockdepOff() ? 'L' : 'D') * Swar.ONES;
        for (var at = start; at < lineEnd; at += 8) {
            var word = Swar.at(bytes, at);
            var mark = (word | BETWEEN) ^ MARKS;
            var letters = (mark - Swar.ONES
                            | (word ^ LOCKS) - Swar.ONES
                            | (word ^ AMPERSANDS) - Swar.ONES
                            | (word ^ states) - Swar.ONES)
                    & ~word
                    & Swar.SIGNS;
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
        noteAssertion(bytes, Swar.textEnd(bytes, start, lineEnd), end);
        return -1;
    }

    /** Whether this letter is the last of the mark of a hung task, {@code INFO: task x:1 blocked for more than 143 seconds.} */
    private static boolean isHungTask(byte[] bytes, int at, int end) {
        return at >= 3 && bytes[at] == 'O' && HUNG_TASK.areAt(bytes, at - 3, end);
    }

    private void noteAssertion(byte[] bytes, int after, int end) {
        if (SurroundingLines.endAssertion(bytes, after, end)) {
            assertion = lines;
        }
    }

    /**
     * The index of the first of eight bytes that matters, -1 if none does.
     *
     * @param letters has the sign bits of the candidates
     */
    private int lookAt(byte[] bytes, int from, long letters, int lineEnd, int end) {
        for (var rest = letters; rest != 0; rest &= rest - 1) {
            var at = from + Swar.first(rest);
            if (at < lineEnd && triggers.isAt(bytes, at, end, bytes[at + 1] == ':' && isBelowAssertion(bytes))) {
                return at;
            }
            if (isHungTask(bytes, at, end)) {
                if (!isAfterHungTask()) {
                    firstHungTask = lines;
                    firstHungTaskAt = at;
                } else if (lines - firstHungTask > MANY_HUNG) {
                    return at;
                }
                hungTask = lines;
            }
            if (bytes[at] == '&') {
                noteAssertion(bytes, at + 1, end);
            }
        }
        return -1;
    }
}
