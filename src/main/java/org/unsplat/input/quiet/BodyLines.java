package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;

/**
 * The lines of a report that end in fixed words. Where its headline is lost, they show that a report is there:
 *
 * <pre>{@code
 * x/1 is trying to acquire lock:
 * but task is already holding lock:
 * write to 0xffff888110a5e2e8 of 8 bytes by task 12 on cpu 1:
 * }</pre>
 *
 * <p>Several must stand near each other, and come from one caller: strays are frequent, and each would cost the reading
 * of some hundred lines. Their ends are looked for, because a prefix or the name of a task comes first. So a plain line
 * costs one look at its last byte. Bodies that have fewer such lines list locks, which are triggers themselves.
 */
final class BodyLines {

    /** How far above the last of several lines the first one may stand. */
    static final int CONTEXT = 80;

    /** How many lines of a lockdep report there must be, and how far apart they may stand. */
    private static final int LINES = 3;

    private static final int REACH = 16;

    /** The same for KCSAN, which prints a whole stack between two. */
    private static final int KCSAN_LINES = 2;

    private static final int KCSAN_REACH = 40;

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
            "-reader section!!",
            " critical section!",
            " while idle!",
            " still held!",
            " still held there!",
            "*** DEADLOCK ***");

    /** The end of an access, after which a number and a colon stand. */
    private static final ByteMatcher ON_CPU = new ByteMatcher(" on cpu ");

    private static final ByteMatcher KCSAN = new ByteMatcher(" on cpu ", "Kernel Concurrency Sanitizer on:");

    /** The last bytes of those, and what may stand after them. */
    private static final boolean[] LAST = new boolean[256];

    static {
        for (var last : ":.!* \r".toCharArray()) {
            LAST[last] = true;
        }
    }

    private int found;
    private int last;
    private int lastCaller;

    /** Nothing that was seen so far is near any more. */
    void restart() {
        found = 0;
    }

    /**
     * Whether this line is one, and so are enough lines above it.
     *
     * @param start of the line
     * @param lineEnd past its last byte
     * @param line its number, from anywhere on
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
        return found >= (isKcsan ? KCSAN_LINES : LINES);
    }

    /** A hash of the caller that stands after the time, 0 where none does. */
    private static int caller(byte[] bytes, int start) {
        var at = bytes[start] == '[' ? PlainLines.timeEnd(bytes, start) : -1;
        var end = at >= 0 && bytes[at] == '[' ? PlainLines.callerEnd(bytes, at) : -1;
        var hash = 0;
        for (; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    /** Whether the line ends as one of a report does. */
    static boolean isOne(byte[] bytes, int start, int lineEnd) {
        return lineEnd > start && LAST[bytes[lineEnd - 1] & 0xff] && hasEnd(bytes, start, lineEnd);
    }

    private static boolean hasEnd(byte[] bytes, int start, int lineEnd) {
        var end = lineEnd;
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r')) {
            end--;
        }
        if (end == start || !LAST[bytes[end - 1] & 0xff]) {
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
