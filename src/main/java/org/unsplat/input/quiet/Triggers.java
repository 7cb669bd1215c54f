package org.unsplat.input.quiet;

import org.unsplat.input.bytes.ByteMatcher;

/**
 * The one list of texts of which each line contains one that begins a report or changes lockdep's state. Where none of them
 * occurs, no report begins, and the lines need not be read.
 *
 * <pre>{@code
 * BUG: KCSAN: data-race in a / b             a word right after a mark
 * WARNING: x/1 still has locks held!         a word later in the line
 * INFO: task x:1 is blocked on a mutex likely owned by task y:2.
 * #0: ffffffff81234567 (x){+.+.}, at: f      a lock in a list of held locks
 * x/1 is trying to acquire lock:             three such line ends close together: the headline may be lost
 * Linux version 6.12.0 ...                   a boot, if lockdep is off so far, or if PREEMPT_RT changes
 * ==========================
 * [ BUG: something new ]                     any word after a mark, below a ruler
 * }</pre>
 *
 * <p>Other problems, such as {@code BUG: KASAN: ...}, and the header of a list of held locks matter only if a lock is listed
 * soon after. {@link #mayListLocks} and {@link #isList} tell how far to go back from there. Hung tasks matter only if locks are
 * listed after the last of them, which may be hundreds of lines after the first ({@link QuietScan}). Lines after which text
 * may be encoded, as in a mail or JSON, are triggers too, and end the skipping.
 */
final class Triggers {

    static final ByteMatcher MARKS = new ByteMatcher("BUG:", "WARNING:", "INFO:");

    static final ByteMatcher AFTER_MARK = new ByteMatcher(
            " KCSAN: ",
            " possible circular locking",
            " possible recursive locking",
            " inconsistent lock state",
            " possible irq lock inversion",
            " Invalid wait context",
            " bad unlock balance",
            " bad contention",
            " held lock freed",
            " lock held when returning",
            " Nested lock was not taken",
            " suspicious RCU",
            " suspicious rcu_",
            " trying to register non-static key",
            " looking up invalid subclass",
            " MAX_",
            " chain_key collision");

    private static final ByteMatcher FURTHER_ON =
            new ByteMatcher("-unsafe lock order", "still has locks held", "locking/lockdep.c", " blocked on a");

    /** The text after the G of a failed check. */
    private static final ByteMatcher CHECK = new ByteMatcher("_LOCKS_WARN_ON(", "_RWSEMS_WARN_ON(");

    private static final ByteMatcher SPLAT = new ByteMatcher("WARNING: CPU: ");
    private static final ByteMatcher TURNED_OFF = new ByteMatcher(" lockdep is turned off", " spinlock ", " rwlock ");
    private static final ByteMatcher UNTRUSTED = new ByteMatcher("Disabling lock debugging");
    private static final ByteMatcher BOOTS =
            new ByteMatcher("Good, all ", "Linux version ", "Lock dependency validator: ");

    /** Beginnings of other problems that may list held locks. */
    private static final ByteMatcher TROUBLE = new ByteMatcher(
            "BUG: ",
            "WARNING: ",
            "INFO: ",
            "[ cut here ]",
            "DEBUG_LOCKS_WARN_ON(",
            "DEBUG_RWSEMS_WARN_ON(",
            "debug_locks &",
            "__lockdep_enabled &",
            " as expected",
            "Kernel panic - ",
            "Show Locks Held",
            "in_atomic(): ",
            "Showing all locks held");

    /** If a text begins with none of these, no trigger is in it; a ruler may be joined to the front of one. */
    static final boolean[] PLAIN = PlainLines.unless(
            "BUG:",
            "WARNING:",
            "INFO:",
            "DEBUG_",
            "DEPT:",
            "Disabling lock",
            "#",
            "=",
            "Good, all ",
            "Linux version ",
            "Lock dependency validator: ",
            "IRQs not",
            "Not in");

    /**
     * If a text begins with none of these and no digit, it is neither a problem nor the header of a list of locks. A test compares
     * them with {@code OopsHeaderPiece.starts()}.
     */
    private static final boolean[] CALM = PlainLines.unless(
            "BUG:",
            "WARNING:",
            "INFO:",
            "rcu: ",
            "watchdog:",
            "sysrq:",
            "SysRq",
            "Show",
            "--",
            "DEBUG_",
            "debug_locks",
            "__lockdep_enabled",
            "IS_ENABLED(",
            "IRQs not",
            "Not in",
            "in_atomic(",
            "Kernel panic",
            "locks held");

    private static final ByteMatcher HELD_BY = new ByteMatcher("held by ");
    private final PlainLines plain = new PlainLines(PLAIN);
    private final PlainLines calm = new PlainLines(CALM);
    private boolean off;
    private boolean realTime;
    private boolean hidden;

    /**
     * @param lockdepOff whether lockdep is off so far: lines that turn it off matter only if it is on, and the reverse
     * @param isRealTime whether the kernel that booted last has PREEMPT_RT; then every boot matters
     */
    void expect(boolean lockdepOff, boolean isRealTime) {
        off = lockdepOff;
        realTime = isRealTime;
    }

    boolean isLockdepOff() {
        return off;
    }

    /** Whether a line was seen after which text may be encoded, so that no line may be skipped any more. */
    boolean isSkippingDisabled() {
        return hidden;
    }

    /** The end of the line that begins here if its form shows that nothing in it matters; else -1. */
    int plainEnd(byte[] bytes, int start) {
        return plain.end(bytes, start);
    }

    /**
     * Whether this letter belongs to something that matters.
     *
     * @param isBelowAssertion whether a line above is the message of a failed lockdep_assert
     */
    boolean isAt(byte[] bytes, int at, int end, boolean isBelowAssertion) {
        return switch (bytes[at]) {
            case '#' -> LockEntry.isAt(bytes, at, end) || SurroundingLines.areBoot(bytes, at, end, realTime);
            case 'O' -> bytes[at + 1] == ':' && isMark(bytes, at + 2, end, isBelowAssertion);
            case 'G' ->
                bytes[at + 1] == ':' && isMark(bytes, at + 2, end, isBelowAssertion)
                        || bytes[at + 1] == '_' && CHECK.areAt(bytes, at + 1, end)
                        || off && BOOTS.areAt(bytes, at, end);
            case 'D' -> !off && UNTRUSTED.areAt(bytes, at, end);
            case 'L' -> off && BOOTS.areAt(bytes, at, end);
            default -> false;
        };
    }

    /** Whether this letter may belong to something that matters, whatever is around the line and is known of lockdep. */
    static boolean mayBeAt(byte[] bytes, int at, int end) {
        return switch (bytes[at]) {
            case '#' -> LockEntry.isAt(bytes, at, end) || SurroundingLines.mayBeBoot(bytes, at);
            case 'O' -> bytes[at + 1] == ':';
            case 'G' -> bytes[at + 1] == ':' || bytes[at + 1] == '_' || BOOTS.areAt(bytes, at, end);
            case 'D' -> UNTRUSTED.areAt(bytes, at, end);
            case 'L' -> BOOTS.areAt(bytes, at, end);
            default -> true;
        };
    }

    private boolean isMark(byte[] bytes, int after, int end, boolean isBelowAssertion) {
        var mark = MARKS.startOf(bytes, after, end);
        return mark >= 0
                && (AFTER_MARK.areAt(bytes, after, end)
                        || !off && TURNED_OFF.areAt(bytes, after, end)
                        || goesOn(bytes, after, end)
                        || bytes[mark] == 'W' && SurroundingLines.holdAssertion(bytes, after, end, isBelowAssertion)
                        || isUnknown(bytes, mark, end) && SurroundingLines.areBelowRuler(bytes, after));
    }

    /**
     * Whether a headline of no known kind may begin like this: not with BUG, which other problems also have below a ruler.
     */
    private static boolean isUnknown(byte[] bytes, int mark, int end) {
        return mark > 1 && bytes[mark - 2] == '[' || bytes[mark] == 'W' && !SPLAT.areAt(bytes, mark, end);
    }

    /** Whether the rest of the line has one of the words, or colours, tags or escapes, which may be within a word. */
    static boolean goesOn(byte[] bytes, int from, int end) {
        for (var at = from; at < end && bytes[at] != '\n'; at++) {
            var c = bytes[at];
            if (c < ' ' && c != '\t' && c != '\r'
                    || c == '&'
                    || c == '<'
                    || c == '\\'
                    || FURTHER_ON.areAt(bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a headline without a mark follows this piece of a ruler. */
    boolean isRuler(byte[] bytes, int at, int end) {
        return SurroundingLines.holdHeadline(bytes, at, end, plain);
    }

    /** Whether a line begins here after which text may be encoded. */
    boolean disablesSkipping(byte[] bytes, int start, int end) {
        if (!ContainerStarts.beginAt(bytes, start, end)) {
            return false;
        }
        hidden = true;
        return true;
    }

    /** Whether the line is certainly neither a list of locks nor a problem. */
    boolean cannotStartReport(byte[] bytes, int start) {
        return calm.end(bytes, start) >= 0;
    }

    /** Whether the line may be the header of a list of held locks. */
    static boolean isList(byte[] bytes, int start, int end) {
        return HELD_BY.areIn(bytes, start, end);
    }

    /** Whether the line may begin a problem that lists held locks further on. */
    static boolean mayListLocks(byte[] bytes, int start, int end) {
        return TROUBLE.areIn(bytes, start, end);
    }
}
