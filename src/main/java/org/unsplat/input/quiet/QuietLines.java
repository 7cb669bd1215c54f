package org.unsplat.input.quiet;

import org.unsplat.input.bytes.QuietRuns;
import org.unsplat.input.bytes.Swar;

/**
 * Passes over quiet lines: nothing in them matters, whatever is above or below them and is known of lockdep, and they do not
 * end like a line of a report. Nearly all lines of a log are such, so most of them are skipped at once by their form
 * ({@link PlainLines}), and another thread can find them ahead.
 *
 * <p>This code is written for speed: measure before and after every change.
 */
final class QuietLines implements QuietRuns.Finder {

    /** The number of other lines after which the rest is left out, because that log is not quiet. */
    private static final int MOST_OTHERS = 128;

    private static final long LOCKS = '#' * Swar.ONES;
    private static final long AMPERSANDS = '&' * Swar.ONES;

    /** Without this bit, G and O are equal, and so are D and L. */
    private static final long BETWEEN = ('G' ^ 'O') * Swar.ONES;

    private static final long MARKS = 'O' * Swar.ONES;
    private static final long STATES = 'L' * Swar.ONES;

    private final PlainLines plain = new PlainLines(Triggers.PLAIN);
    private int lines;

    /** The number of lines that {@link #end} passed over. */
    int lines() {
        return lines;
    }

    /**
     * The beginning of the first line that is not quiet, or {@code end}.
     *
     * @param start the beginning of a line
     * @param end the index after the end of a line
     */
    int end(byte[] bytes, int start, int end) {
        lines = 0;
        var line = start;
        while (line < end) {
            var lineEnd = plain.end(bytes, line);
            if (lineEnd < 0) {
                lineEnd = Swar.lineEnd(bytes, line);
                if (mayMatter(bytes, line, lineEnd)) {
                    return line;
                }
            }
            if (BodyLines.isOne(bytes, line, lineEnd)) {
                return line;
            }
            lines++;
            line = lineEnd + 1;
        }
        return line;
    }

    /** Whether a line of any form may matter, whatever is above or below it. */
    private static boolean mayMatter(byte[] bytes, int start, int lineEnd) {
        if (ContainerStarts.beginAt(bytes, start, lineEnd)) {
            return true;
        }
        for (var at = start; at < lineEnd; at += 8) {
            var word = Swar.at(bytes, at);
            var mark = (word | BETWEEN) ^ MARKS;
            var state = (word | BETWEEN) ^ STATES;
            var letters = (mark - Swar.ONES
                            | state - Swar.ONES
                            | (word ^ LOCKS) - Swar.ONES
                            | (word ^ AMPERSANDS) - Swar.ONES)
                    & ~word
                    & Swar.SIGNS;
            if (word == QuietScan.RULER || letters != 0 && mayMatter(bytes, at, letters, lineEnd)) {
                return true;
            }
        }
        return SurroundingLines.endAssertion(bytes, Swar.textEnd(bytes, start, lineEnd), lineEnd);
    }

    private static boolean mayMatter(byte[] bytes, int from, long letters, int lineEnd) {
        for (var rest = letters; rest != 0; rest &= rest - 1) {
            var at = from + Swar.first(rest);
            if (at < lineEnd && Triggers.mayBeAt(bytes, at, lineEnd)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void find(byte[] bytes, int from, int to, QuietRuns runs) {
        var line = from;
        for (var others = 0; line < to && others < MOST_OTHERS; others++) {
            var end = end(bytes, line, to);
            if (lines > 0) {
                runs.add(line, end, lines);
            }
            line = end < to ? Swar.lineEnd(bytes, end) + 1 : to;
        }
    }
}
