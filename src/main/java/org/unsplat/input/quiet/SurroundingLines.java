package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;
import org.unsplat.input.bytes.Swar;

/** Looks at the lines around a mark: for a ruler above it, or the message of a warning before or after its head. */
final class SurroundingLines {

    private static final ByteMatcher BANNER = new ByteMatcher("Linux version ");
    private static final ByteMatcher REAL_TIME = new ByteMatcher(" PREEMPT_RT", " PREEMPT_{RT", " PREEMPT RT");

    /** The number of bytes after the number sign of a version in which the preemption model is given; build numbers may be long. */
    private static final int VERSION_WIDTH = 96;

    private static final int RULER_WIDTH = 16;
    static final ByteMatcher RULER = new ByteMatcher("=".repeat(RULER_WIDTH));

    /** The number of lines between a ruler and its headline; slightly more than in the grammar. */
    private static final int RULED = 24;

    /** The largest number of lines from one that may matter to one that shows it. */
    static final int LOOKED_AHEAD = RULED + 1;

    /** Headlines that have no mark; they need a ruler above them. */
    static final ByteMatcher BELOW_RULER = new ByteMatcher("[ ERR: ", "[chain_key collision", "DEPT: ");

    /** Messages of a failed lockdep_assert, near the head of a warning. */
    private static final ByteMatcher ASSERTION =
            new ByteMatcher("debug_locks &", "__lockdep_enabled &", " as expected");

    /** The number of lines from the message of a warning over the "cut here" line to its head; slightly more than in the grammar. */
    static final int MESSAGE_BEFORE = 100;

    static final int MESSAGE_AFTER = 4;

    /** The characters of which each place has one, as has the text after the word CPU. */
    private static final String PLACE = "/.:[";

    /** A shorter rest may be a head that a mailer broke. */
    private static final int SHORTEST = 8;

    private SurroundingLines() {}

    /**
     * Whether a line near the head of a warning is its message.
     *
     * @param isBelow whether a message is above, as {@link #areBelowAssertion} tells
     */
    static boolean holdAssertion(byte[] bytes, int from, int end, boolean isBelow) {
        if (isProse(bytes, from, end)) {
            return false;
        }
        var last = from;
        for (var lines = 0; last < end && lines <= MESSAGE_AFTER; last++) {
            lines += bytes[last] == '\n' ? 1 : 0;
        }
        return isBelow || ASSERTION.areIn(bytes, Swar.lineStart(bytes, 0, from), last);
    }

    /** Whether a line that is not too far above is the message of a failed lockdep_assert, or may be, before the buffer. */
    static boolean areBelowAssertion(byte[] bytes, int from) {
        var start = from;
        for (var lines = 0; start > 0 && lines <= MESSAGE_BEFORE; start--) {
            lines += bytes[start - 1] == '\n' ? 1 : 0;
        }
        return start == 0 || ASSERTION.areIn(bytes, start, from);
    }

    /** Whether the last words before this index belong to the message of a failed lockdep_assert. */
    static boolean endAssertion(byte[] bytes, int after, int end) {
        return ASSERTION.startOf(bytes, after, end) >= 0;
    }

    /** Whether the rest of the line is only words. The head of a failed check has at least a place or the CPU. */
    private static boolean isProse(byte[] bytes, int from, int end) {
        var at = from;
        while (at < end && bytes[at] != '\n' && PLACE.indexOf(bytes[at]) < 0) {
            at++;
        }
        return at < end && bytes[at] == '\n' && at > from + SHORTEST;
    }

    /** Whether a headline without a mark follows this piece of a ruler. */
    static boolean holdHeadline(byte[] bytes, int at, int end, PlainLines plain) {
        if (at > 8 && RULER.areAt(bytes, at - 8, end)) {
            return false;
        }
        var line = at;
        for (var lines = 0; lines <= RULED && line < end; lines++) {
            var lineEnd = plain.end(bytes, line);
            if (lineEnd < 0) {
                lineEnd = Swar.lineEnd(bytes, line);
                if (BELOW_RULER.areIn(bytes, line, lineEnd)) {
                    return true;
                }
            }
            line = lineEnd + 1;
        }
        return false;
    }

    /** Whether a ruler is above this line, or may be, before the beginning of the buffer. */
    static boolean areBelowRuler(byte[] bytes, int from) {
        var lines = 0;
        for (var at = from; lines <= RULED; at--) {
            if (at < RULER_WIDTH) {
                return true;
            }
            if (bytes[at] == '\n') {
                lines++;
            } else if (bytes[at] == '=' && RULER.areAt(bytes, at + 1 - RULER_WIDTH, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this may be the version in a boot banner. */
    static boolean mayBeBoot(byte[] bytes, int at) {
        return at >= 2 && bytes[at - 1] == ' ' && bytes[at - 2] == ')';
    }

    /**
     * Whether this is the version in a boot banner that matters, {@code 2.40) #1 SMP PREEMPT_RT}.
     *
     * @param realTime whether the kernel that booted last has PREEMPT_RT; then every other banner matters
     */
    static boolean areBoot(byte[] bytes, int at, int end, boolean realTime) {
        if (!mayBeBoot(bytes, at)) {
            return false;
        }
        var start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        var words = realTime ? BANNER : REAL_TIME;
        return words.areIn(bytes, realTime ? start : at, Math.min(end, at + VERSION_WIDTH));
    }
}
