package org.unsplat.input;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * What stands in every line of a console log that a report begins with or that tells of lockdep's state: the one list.
 * Where none of it occurs, no report begins, and the lines need not be read.
 *
 * <pre>{@code
 * BUG: KCSAN: data-race in a / b             a word right after a mark
 * WARNING: x/1 still has locks held!         a word further on
 * #0: ffffffff81234567 (x){+.+.}, at: f      a lock in a list of held locks
 * Linux version 6.12.0 ...                   a boot, where lockdep is off so far
 * ==========================
 * [ BUG: something new ]                     any word after a mark, below a ruler
 * }</pre>
 *
 * <p>Other trouble, {@code BUG: KASAN: ...}, and the head of a list of held locks matter only if a lock is listed soon:
 * {@link #isTrouble} and {@link #isList} tell how far to go back from there. What hides text, a mail or JSON, is a
 * trigger as well, and the last one.
 */
final class Triggers {

    private static final byte[][] MARKS = bytes("BUG:", "WARNING:", "INFO:");
    private static final byte[][] AFTER_MARK = bytes(" KCSAN: ", " possible circular locking", " possible recursive locking",
            " inconsistent lock state", " possible irq lock inversion", " Invalid wait context", " bad unlock balance",
            " bad contention", " held lock freed", " lock held when returning", " Nested lock was not taken",
            " suspicious RCU", " suspicious rcu_", " trying to register non-static key",
            " looking up invalid subclass", " MAX_", " chain_key collision");

    private static final byte[][] FURTHER_ON = bytes("-unsafe lock order", "still has locks held", "locking/lockdep.c");

    /** Headlines in which no mark is looked for; they stand below a ruler. */
    private static final byte[][] BELOW_RULER = bytes("[ ERR: ", "[chain_key collision");

    private static final byte[] SPLAT = bytes("WARNING: CPU: ")[0];
    private static final byte[] TURNED_OFF = bytes(" lockdep is turned off")[0];
    private static final byte[][] BOOTS = bytes("Good, all ", "Linux version ", "Lock dependency validator: ");

    /** What other trouble that may list held locks begins with. */
    private static final byte[][] TROUBLE = bytes("BUG: ", "WARNING: ", "INFO: ", "[ cut here ]", "DEBUG_LOCKS_WARN_ON(",
            "Kernel panic - ", "Show Locks Held", "Showing all locks held");

    /** How a line begins, in any case of letters, that does not stand in a console log. */
    private static final byte[][] HIDING = bytes("from ", "message-id:", "received:", "return-path:", "delivered-to:",
            "x-original-to:", "commit ", "__cursor=", "@@ -", "{", "- {", "\0");

    private static final byte[] HELD_BY = bytes("held by ")[0];
    private static final boolean[] MAY_BE_TROUBLE = new boolean[128];
    private static final boolean[] MAY_HIDE = new boolean[256];
    private static final byte[] RULER = bytes("=".repeat(16))[0];

    /** Lines between a ruler and its headline, the grammar's number and some more. */
    private static final int RULED = 24;

    static {
        for (var start : TROUBLE) {
            MAY_BE_TROUBLE[start[0]] = true;
        }
        for (var start : HIDING) {
            MAY_HIDE[start[0]] = true;
            MAY_HIDE[Character.toUpperCase(start[0])] = true;
        }
        MAY_HIDE[' '] = true;
        MAY_HIDE['\t'] = true;
        MAY_HIDE[0x1e] = true;
    }

    private boolean off;
    private boolean hidden;

    private static byte[][] bytes(String... words) {
        return Stream.of(words).map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toArray(byte[][]::new);
    }

    /** @param lockdepOff whether lockdep is off so far: what says so matters only if it is on, and the other way round */
    void expect(boolean lockdepOff) {
        off = lockdepOff;
    }

    boolean isLockdepOff() {
        return off;
    }

    /** Whether something was seen that hides text: from there on no line may be passed over. */
    boolean isHidden() {
        return hidden;
    }

    /** Whether this letter belongs to something that matters. */
    boolean isAt(byte[] bytes, int at, int end) {
        return switch (bytes[at]) {
            case '#' -> isEntry(bytes, at, end);
            case 'F' -> bytes[at + 2] == ':' && isMark(bytes, at + 3, end);
            case 'G' -> bytes[at + 1] == ':' && isMark(bytes, at + 2, end) || off && startsWithOne(BOOTS, bytes, at, end);
            case 'L' -> off && startsWithOne(BOOTS, bytes, at, end);
            default -> false;
        };
    }

    private boolean isMark(byte[] bytes, int after, int end) {
        for (var mark : MARKS) {
            if (startsWith(mark, bytes, after - mark.length, end)) {
                return startsWithOne(AFTER_MARK, bytes, after, end) || !off && startsWith(TURNED_OFF, bytes, after, end)
                        || goesOn(bytes, after, end) || isUnknown(bytes, after - mark.length, end) && isBelowRuler(bytes, after);
            }
        }
        return false;
    }

    /** Whether a headline that no kind knows may begin so: not with BUG, which other trouble has below a ruler as well. */
    private static boolean isUnknown(byte[] bytes, int mark, int end) {
        return mark > 1 && bytes[mark - 2] == '[' || bytes[mark] == 'W' && !startsWith(SPLAT, bytes, mark, end);
    }

    /** Whether the rest of the line holds one of the words, or colours or escapes, which could stand within them. */
    private static boolean goesOn(byte[] bytes, int from, int end) {
        for (var at = from; at < end && bytes[at] != '\n'; at++) {
            var c = bytes[at];
            if (c < ' ' && c != '\t' && c != '\r' || c == '&' || c == '\\' || startsWithOne(FURTHER_ON, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelowRuler(byte[] bytes, int from) {
        var lines = 0;
        for (var at = from; at >= RULER.length && lines <= RULED; at--) {
            if (bytes[at] == '\n') {
                lines++;
            } else if (bytes[at] == '=' && startsWith(RULER, bytes, at + 1 - RULER.length, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a headline without a mark stands below this piece of a ruler, or could, beyond the end. */
    boolean isRuler(byte[] bytes, int at, int end) {
        if (at > 8 && startsWith(RULER, bytes, at - 8, end)) {
            return false;
        }
        var lines = 0;
        for (var place = at; lines <= RULED; place++) {
            if (place == end || startsWithOne(BELOW_RULER, bytes, place, end)) {
                return true;
            }
            lines += bytes[place] == '\n' ? 1 : 0;
        }
        return false;
    }

    /** A number after the sign, one or two digits, and a colon. */
    private static boolean isEntry(byte[] bytes, int at, int end) {
        var before = at - 1;
        while (before > 3 && bytes[before] == ' ') {
            before--;
        }
        // A word, but for an escaped line end: #012 or \\x0a
        if (before > 3 && isWord(bytes[before]) && bytes[before - 3] != '#' && bytes[before - 3] != '\\') {
            return false;
        }
        var place = at + 1;
        while (place < end && bytes[place] == ' ') {
            place++;
        }
        var digits = place;
        while (place < end && bytes[place] >= '0' && bytes[place] <= '9') {
            place++;
        }
        return place > digits && place <= digits + 2 && place < end && bytes[place] == ':';
    }

    private static boolean isWord(byte c) {
        return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    /** Whether a line begins here that hides others. */
    boolean hides(byte[] bytes, int start, int end) {
        return MAY_HIDE[bytes[start] & 0xff] && isHiding(bytes, start, end);
    }

    private boolean isHiding(byte[] bytes, int start, int end) {
        var at = start;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == 0x1e)) {
            at++;
        }
        for (var word : HIDING) {
            var indented = word[0] == '{' || word[0] == '-';
            if ((at == start || indented) && at + word.length <= end && startsIgnoringCase(word, bytes, at)) {
                hidden = true;
                return true;
            }
        }
        return false;
    }

    private static boolean startsIgnoringCase(byte[] word, byte[] bytes, int at) {
        for (var i = 0; i < word.length; i++) {
            var c = bytes[at + i];
            if (word[i] != (c >= 'A' && c <= 'Z' ? c | 0x20 : c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line may be the head of a list of held locks. */
    static boolean isList(byte[] bytes, int start, int end) {
        for (var at = start; at < end; at++) {
            if (bytes[at] == 'h' && startsWith(HELD_BY, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line may begin the trouble that lists held locks further on. */
    static boolean isTrouble(byte[] bytes, int start, int end) {
        for (var at = start; at < end; at++) {
            if (bytes[at] > 0 && MAY_BE_TROUBLE[bytes[at]] && startsWithOne(TROUBLE, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOne(byte[][] words, byte[] bytes, int at, int end) {
        for (var word : words) {
            if (startsWith(word, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] word, byte[] bytes, int at, int end) {
        if (at < 0 || at + word.length > end) {
            return false;
        }
        for (var i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
