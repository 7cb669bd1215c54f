package org.unsplat.grammar;

import java.util.List;
import org.unsplat.input.Line;

/**
 * Rejoins what a mailer broke, or what other output came between, by the grammar and not by the column: a line that is
 * not whole takes the next one, or the next few, if that makes it whole.
 * <pre>
 * #0:
 * ffff0000c1d98148 ((wq_completion)iou_exit){+.+.}-{0:0}, at: process_one_work+0x4e8/0xfc0
 *
 * CPU: 7 UID: 0 PID: 68094 Comm: kworker/u32:0 Not tainted
 * 6.13.0-rc4-00080-g9828a4c0901f #29
 * </pre>
 */
final class Unwrapper {

    /** Between the two parts of a line there are no more lines than this. */
    private static final int MAX_BETWEEN = 4;

    private static final Regex FRAME_TAIL =
            new Regex("[\\w./+@~,=-]+\\.\\w{1,3}:\\d+(?: \\[\\w+\\])?(?: \\[inline\\])?|\\[[\\w-]+\\]");

    private static final Regex KERNEL_TAIL =
            new Regex("(?:NONE|VOLUNTARY|PREEMPT[\\w{}(),]*)(?: +[0-9a-f]{40})?|[0-9a-f]{40}");

    private static final Regex MODULE = new Regex("\\[[\\w-]+\\]");
    /** What a module may follow: a symbol, or the second function of KCSAN's headline. */
    private static final Regex MODULELESS = new Regex("(?:\\+0x[0-9a-f]+/0x[0-9a-f]+| / [\\w.$]+)$");

    private static final Regex WARNING_AT = new Regex(" at(?: \\S+:\\d+)?$");

    private static final String PLACE = ", at: ";

    private Unwrapper() {}

    /** Whether the two can be parts of one line, as far as what lies between them and their lengths tell. */
    static boolean isNear(String last, List<Line> between, String text) {
        return between.size() <= MAX_BETWEEN && last.length() + text.length() <= Demux.LONGEST_LINE;
    }

    /**
     * The whole line that the text completes.
     *
     * @param last the line that may lack its end
     * @param whole whether the piece says that it does not
     * @param between lines after it that nobody took; they are part of the whole line, or have nothing to do with it
     * @return null where the text completes nothing
     */
    static Joined join(Piece piece, String last, boolean whole, List<Line> between, Line line, String text) {
        if (isFragment(text)) {
            return between.isEmpty() && isWhole(piece, last + text) ? new Joined(last + text, false) : null;
        }
        if (whole && !lacksPlace(last, between.isEmpty() ? text : between.get(0).words())) {
            return between.isEmpty() && line.time() == null && isTail(last, text)
                    ? new Joined(last + " " + text, false)
                    : null;
        }
        var all = between.isEmpty() || line.time() != null ? null : all(last, between, text);
        if (all != null && FrameLine.isCut(last) && isWhole(piece, all)) {
            // What is in between is more of the same, and the frame would seem whole without
            return new Joined(all, true);
        }
        for (var blank : last.endsWith("-") && text.startsWith(">") ? List.of("") : List.of(" ", "")) {
            if (isWhole(piece, last + blank + text)) {
                return new Joined(last + blank + text, false);
            }
        }
        return all != null && isWhole(piece, all) ? new Joined(all, true) : null;
    }

    /** Whether the kernel has printed the text, the end of a lock's line, as a record of its own. */
    static boolean isFragment(String text) {
        return text.startsWith(PLACE);
    }

    /** Whether the line is all there. */
    static boolean isWhole(Piece piece, String line) {
        return piece.isWhole(line) && !FrameLine.isCut(line);
    }

    /** Whether the file and line of a lock's place come next: its name alone would do, where they were trimmed. */
    private static boolean lacksPlace(String last, String next) {
        return next.startsWith("(") && endsWithName(last);
    }

    /** Whether the line ends with the place of a lock, and that is but the name of a function. */
    private static boolean endsWithName(String last) {
        var at = last.lastIndexOf(PLACE);
        return at > 0 && last.indexOf(' ', at + PLACE.length()) < 0 && last.indexOf('+', at + PLACE.length()) < 0;
    }

    private static boolean isTail(String last, String text) {
        return last.startsWith("WARNING: ") && WARNING_AT.matcher(last).find() && text.contains("+0x")
                || isFrameTail(last, text)
                || isKernelTail(last, text)
                || RegisterLines.isTail(last, text)
                || MODULE.matches(text) && MODULELESS.matcher(last).find() && !FrameLine.matches(last)
                || StackTrace.isTrimmed(last) && FrameLine.matches(last + " " + text);
    }

    private static boolean isFrameTail(String last, String text) {
        return FRAME_TAIL.matches(text)
                && (FrameLine.matches(last) && FrameLine.matches(last + " " + text) || endsWithName(last));
    }

    /** What newer kernels print after the build, and an older one would not. */
    private static boolean isKernelTail(String last, String text) {
        return last.startsWith("CPU: ") && KERNEL_TAIL.matches(text);
    }

    private static String all(String last, List<Line> between, String text) {
        var joined = new StringBuilder(last);
        between.forEach(line -> joined.append(' ').append(line.words()));
        return joined.append(' ').append(text).toString();
    }

    /** @param usesBetween whether the lines in between are part of it */
    record Joined(String text, boolean usesBetween) {}
}
