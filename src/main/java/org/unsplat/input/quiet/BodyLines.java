package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;
import org.unsplat.input.bytes.Swar;

/**
 * The lines of a report that end with fixed words. They show a report whose headline is lost:
 *
 * <pre>{@code
 * x/1 is trying to acquire lock:
 * but task is already holding lock:
 * write to 0xffff888110a5e2e8 of 8 bytes by task 12 on cpu 1:
 * }</pre>
 *
 * <p>Several must be close to each other and have one caller, because single ones are frequent, and each costs reading some
 * hundred lines. The ends are compared, because a prefix or the name of a task comes first; for a plain line one look at its
 * last byte suffices. Reports with fewer such lines list locks, which are triggers themselves.
 */
final class BodyLines {

    /** The largest number of lines from the first of several to the last. */
    static final int CONTEXT = 80;

    /** The number of lines of a lockdep report that are needed, and the largest distance between two of them. */
    private static final int LINES = 3;

    private static final int REACH = 16;

    /** The same for KCSAN, which prints a whole stack between two of them. */
    private static final int KCSAN_LINES = 2;

    private static final int KCSAN_REACH = 40;

    /** The end of a line that few kernels print more than once in a boot, and that is enough. */
    private static final String VALIDATOR = " locking correctness validator.";

    private static final ByteMatcher OFF = new ByteMatcher(VALIDATOR);

    private static final ByteMatcher ENDS = new ByteMatcher(
            " lock:",
            " acquire:",
            " takes:",
            " holding:",
            " lock dependency:",
            "reverse order) is:",
            "}:",
            "help us debug this:",
            " locking scenario:",
            "Chain exists of:",
            " registered at:",
            ") at:",
            " in the past:",
            "stack backtrace:",
            "Kernel Concurrency Sanitizer on:",
            "} usage.",
            " depends on the new lock.",
            "() usage!",
            " section!",
            " section!!",
            " while idle!",
            ", debug_locks = 1",
            " still held!",
            " still held there!",
            VALIDATOR,
            "*** DEADLOCK ***");

    /** The end of an access before the number and the colon. */
    private static final ByteMatcher ON_CPU = new ByteMatcher(" on cpu ");

    private static final ByteMatcher KCSAN = new ByteMatcher(" on cpu ", "Kernel Concurrency Sanitizer on:");

    /** The last bytes of these ends, and bytes that may follow them. */
    private static final boolean[] LAST = new boolean[128];

    static {
        for (var last : ":.!*1 \r".toCharArray()) {
            LAST[last] = true;
        }
    }

    private int found;
    private int last;
    private int lastCaller;

    /** Forgets all lines seen, because the next ones do not follow them. */
    void restart() {
        found = 0;
    }

    /**
     * Whether this line is one of them, and enough are above it.
     *
     * @param start the index of its first byte
     * @param lineEnd the index after its last byte
     * @param line its number, counted from any line
     */
    boolean areAt(byte[] bytes, int start, int lineEnd, int line) {
        return isOne(bytes, start, lineEnd) && isEnough(bytes, start, lineEnd, line);
    }

    private boolean isEnough(byte[] bytes, int start, int lineEnd, int line) {
        var isKcsan = KCSAN.areIn(bytes, start, lineEnd);
        var caller = caller(bytes, start);
        var isNear = found > 0 && caller == lastCaller && line - last <= (isKcsan ? KCSAN_REACH : REACH);
        found = isNear ? found + 1 : 1;
        last = line;
        lastCaller = caller;
        return found >= (isKcsan ? KCSAN_LINES : LINES) || OFF.areIn(bytes, start, lineEnd);
    }

    /** A hash of the caller after the time, 0 if there is none. */
    private static int caller(byte[] bytes, int start) {
        var at = bytes[start] == '[' ? PlainLines.timeEnd(bytes, start) : -1;
        var end = at >= 0 && bytes[at] == '[' ? PlainLines.callerEnd(bytes, at) : -1;
        var hash = 0;
        for (; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    /** Whether the line ends like one of a report. */
    static boolean isOne(byte[] bytes, int start, int lineEnd) {
        // Short enough for C1 to make no call of it
        return lineEnd > start && LAST[bytes[lineEnd - 1] & 0x7f] && hasEnd(bytes, start, lineEnd);
    }

    private static boolean hasEnd(byte[] bytes, int start, int lineEnd) {
        var end = Swar.textEnd(bytes, start, lineEnd);
        if (end == start || !LAST[bytes[end - 1] & 0x7f]) {
            return false;
        }
        var number = end - 1;
        while (number > start && bytes[number - 1] >= '0' && bytes[number - 1] <= '9') {
            number--;
        }
        return number < end - 1 && bytes[end - 1] == ':'
                ? ON_CPU.startOf(bytes, number, end) >= start
                : ENDS.startOf(bytes, end, end) >= start;
    }
}
