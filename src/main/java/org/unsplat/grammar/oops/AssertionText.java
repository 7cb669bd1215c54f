package org.unsplat.grammar.oops;

import java.util.List;
import java.util.Set;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Assertion;

/**
 * The text of a failed check: a check of the locking code, which turns lockdep off, or a {@code lockdep_assert_*}, which
 * does not.
 * <pre>
 * DEBUG_LOCKS_WARN_ON(lock->magic != lock)
 * DEBUG_RWSEMS_WARN_ON(tmp < 0): count = 0x0, magic = 0xffffffffa0004660, owner = 0x0, curr 0x1, list empty
 * debug_locks && !(lock_is_held(&(&dev->lock)->dep_map) != 0)
 * WARNING: [debug_locks && !(lock_is_held(&(&dev->lock)->dep_map) != 0)] drivers/toy.c:12 at toy_poll+0x12/0x34, ...
 * IRQs not enabled as expected                                                       4.15 to 5.8
 * </pre>
 * From 6.19 on CONFIG_DEBUG_BUGVERBOSE_DETAILED prints the condition of every WARN: x86 as its message, other architectures
 * in brackets.
 */
public final class AssertionText {

    /** Checks that turn lockdep off, in whatever file they are. */
    static final List<String> CHECKS = List.of("DEBUG_LOCKS_WARN_ON(", "DEBUG_RWSEMS_WARN_ON(");

    /** Beginnings of the conditions of {@code lockdep_assert_*}, which assert nothing when lockdep is off. */
    static final List<String> CONDITIONS = List.of(
            "debug_locks && ", "__lockdep_enabled && ", "IS_ENABLED(CONFIG_PREEMPT_COUNT) && __lockdep_enabled && ");

    /** Messages of {@code lockdep_assert_irqs_enabled()} and similar macros in 4.15 to 5.8; the last one is still printed. */
    static final Set<String> SENTENCES = Set.of(
            "IRQs not enabled as expected",
            "IRQs not disabled as expected",
            "Not in hardirq as expected",
            "Not in threaded context on PREEMPT_RT as expected");

    private static final Regex PLACED =
            new Regex("WARNING: (?:CPU: \\d{1,9} PID: \\d{1,10} at )?[^\\s\\[]\\S*:\\d{1,9} (?:at )?\\S");
    private static final String HEAD = "WARNING: ";
    private static final String AT = " at [";

    /** The call with the lock as its argument: {@code lock_is_held_type(&(&dev->lock)->dep_map, (0))}. */
    private static final Regex ARGUMENT = new Regex("lock(?:dep)?_is_held(?:_type)?\\(");

    /** The second argument: 0 for a write lock, 1 for a read lock. */
    private static final Regex TYPE = new Regex(", *\\(?-?\\d\\)?$");

    private static final Regex MAP = new Regex("&\\(?(.*?)\\)?(?:->|\\.)dep_map");

    private AssertionText() {}

    /** Whether the whole line is the message of a failed check of the locking code. */
    public static boolean isCheck(String line) {
        return conditionOf(line) != null;
    }

    /** Whether the warning with this head and message, each of which may be null, is a failed {@code lockdep_assert_*}. */
    public static boolean isAssertion(String head, String message) {
        var condition = inBrackets(head);
        return condition != null && isAsserted(condition)
                || message != null && (isAsserted(message) || SENTENCES.contains(message));
    }

    private static boolean isAsserted(String condition) {
        return beginsWithOne(condition, CONDITIONS) && open(condition) == 0;
    }

    /** A loop and no stream, because it runs for each line of an open report. */
    private static boolean beginsWithOne(String text, List<String> starts) {
        for (var start : starts) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text has the beginning of one of these messages. */
    static boolean begins(String text) {
        return beginsWithOne(text, CHECKS) || beginsWithOne(text, CONDITIONS) || SENTENCES.contains(text);
    }

    /** Whether the text is the beginning of a condition or check whose end is missing. */
    static boolean isCut(String text) {
        return begins(text) && open(text) > 0;
    }

    /** The condition of the warning with this head and message; null if it prints none. */
    public static Assertion of(String head, String message) {
        var check = message == null ? null : conditionOf(message);
        if (check != null) {
            return new Assertion(check, null);
        }
        var condition = inBrackets(head);
        if (condition == null && message != null && isAsserted(message)) {
            condition = message;
        }
        return condition == null ? null : new Assertion(condition, isAsserted(condition) ? lock(condition) : null);
    }

    private static String inBrackets(String head) {
        var open = head == null ? -1 : bracket(head);
        var end = open < 0 ? -1 : endOf(head, open, '[', ']');
        return end < 0 ? null : head.substring(open + 1, end - 1).strip();
    }

    /** The head of a warning without the condition in brackets before the place. */
    static String withoutCondition(String head) {
        var open = bracket(head);
        var end = open < 0 ? -1 : endOf(head, open, '[', ']');
        return end < 0 ? head : head.substring(0, open) + head.substring(end).stripLeading();
    }

    /** Whether the head has at least the beginning of a condition, but not the whole place after it. */
    static boolean lacksPlace(String head) {
        return bracket(head) >= 0 && !PLACED.matcher(withoutCondition(head)).lookingAt();
    }

    /** The index of the bracket before the condition in the head of a warning; -1 if there is none. */
    private static int bracket(String head) {
        if (!head.startsWith(HEAD)) {
            return -1;
        }
        if (head.startsWith("[", HEAD.length())) {
            return HEAD.length();
        }
        var at = head.startsWith("CPU: ", HEAD.length()) ? head.indexOf(AT) : -1;
        return at < 0 ? -1 : at + AT.length() - 1;
    }

    /** The text in the parentheses of a check; null for any other line, for example a quoted line of its source code. */
    private static String conditionOf(String line) {
        if (!beginsWithOne(line, CHECKS)) {
            return null;
        }
        var open = line.indexOf('(');
        var end = endOf(line, open, '(', ')');
        var rest = end < 0 ? ";" : line.substring(end);
        return rest.isEmpty() || rest.startsWith(": count = ") || rest.startsWith(OopsHeaderTypes.REASON)
                ? line.substring(open + 1, end - 1)
                : null;
    }

    /** The index after the bracket that closes the one at {@code from}; -1 if there is none. */
    private static int endOf(String text, int from, char opening, char closing) {
        var depth = 0;
        for (var at = from; at < text.length(); at++) {
            var c = text.charAt(at);
            depth += c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /** The number of unclosed parentheses; -1 if one closes without being opened. */
    private static int open(String text) {
        var depth = 0;
        for (var at = 0; at < text.length() && depth >= 0; at++) {
            var c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth;
    }

    /** The lock in the condition; null if there is none or several. */
    private static String lock(String condition) {
        var call = call(condition);
        if (call == null) {
            return null;
        }
        var map = MAP.matcher(call.argument());
        var name = (map.matches() ? map.group(1) : call.argument()).strip();
        return name.isEmpty() ? null : name;
    }

    /** The condition with {@code L} in place of its lock; unchanged if it has none or several. */
    public static String shape(String condition) {
        var call = call(condition);
        return call == null ? condition : condition.substring(0, call.from()) + "L" + condition.substring(call.end());
    }

    /** The lock argument of a call that checks whether a lock is held, without the argument for how, and its position. */
    private record Call(int from, int end, String argument) {}

    private static Call call(String condition) {
        var call = ARGUMENT.matcher(condition);
        if (!call.find()) {
            return null;
        }
        var from = call.end();
        var end = endOf(condition, from - 1, '(', ')');
        if (end < 0 || call.find()) {
            return null;
        }
        var argument = TYPE.matcher(condition.substring(from, end - 1)).replaceFirst("");
        return new Call(from, from + argument.length(), argument);
    }
}
