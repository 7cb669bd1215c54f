package org.unsplat.grammar.oops;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.text.Numbers;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Blocker;
import org.unsplat.model.Task;

/**
 * The task that a hung task waits for, 6.17 and later, printed after its stack ({@code debug_show_blocker}).
 * <pre>
 * INFO: task lkt_a:1 is blocked on a mutex likely owned by task lkt_b:2.
 * INFO: task lkt_a:1 blocked on a semaphore likely last held by task lkt_b:2
 * INFO: task lkt_a:1 &lt;writer&gt; blocked on an rw-semaphore likely owned by task lkt_b:2 &lt;reader&gt;
 * INFO: task lkt_a:1 is blocked on a semaphore, but the last holder is not found.
 * </pre>
 */
final class BlockerLine {

    private static final String TASK = "INFO: task ";
    private static final String BLOCKED = " blocked on a";
    private static final String SEMAPHORE = "semaphore";
    private static final String RW_SEMAPHORE = "rw-semaphore";
    private static final Regex WHOLE =
            new Regex("(?d)INFO: task (?<comm>.{1,80}):(?<pid>\\d{1,9})(?: <(?<as>\\w{1,20})>)? (?:is )?blocked on an? "
                    + "(?<on>[\\w-]{1,40})(?:, but the (?:owner|last holder) is not found\\."
                    + "| likely (?:owned|last held) by task (?<owner>.{1,80}):(?<ownerpid>\\d{1,9})"
                    + "(?: <(?<owneras>\\w{1,20})>)?\\.?)");

    static final LineType<Matcher> TYPE = new LineType<>("line about whom a task waits for", List.of(TASK)) {
        @Override
        public Matcher read(String text) {
            var match = matches(text) ? WHOLE.matcher(text) : null;
            return match != null && match.matches() ? match : null;
        }

        @Override
        public boolean isCut(String text) {
            return matches(text);
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return tail.equals("<reader>") || tail.equals("<writer>");
        }
    };

    private BlockerLine() {}

    /** Whether the text is such a line or the beginning of one. */
    static boolean matches(String line) {
        return line.startsWith(TASK) && line.contains(BLOCKED);
    }

    /** The content of the line, with the dump of the owner that follows it. */
    static Blocker blocker(Matcher line, Dump owner) {
        var hasOwner = line.group("owner") != null;
        return new Blocker(
                new Task(line.group("comm"), Numbers.parseInt(line.group("pid")), null),
                line.group("as"),
                line.group("on"),
                hasOwner ? new Task(line.group("owner"), Numbers.parseInt(line.group("ownerpid")), null) : null,
                line.group("owneras"),
                List.copyOf(owner.notes),
                List.copyOf(owner.registers),
                owner.heading,
                owner.frames == null ? null : new Backtrace(owner.frames));
    }

    /** The line in the kernel's wording for this type of lock. */
    static String text(Blocker blocker) {
        var on = blocker.on();
        var isSemaphore = on.equals(SEMAPHORE);
        var article = on.equals(RW_SEMAPHORE) ? "an " : "a ";
        if (blocker.owner() == null) {
            return TASK + name(blocker.task()) + as(blocker.waitsAs()) + " is blocked on " + article + on + ", but the "
                    + (isSemaphore ? "last holder" : "owner") + " is not found.";
        }
        var isOther = !isSemaphore && !on.equals(RW_SEMAPHORE);
        return TASK + name(blocker.task()) + as(blocker.waitsAs()) + (isOther ? " is" : "") + " blocked on " + article
                + on + " likely " + (isSemaphore ? "last held" : "owned") + " by task " + name(blocker.owner())
                + as(blocker.ownerAs()) + (isOther ? "." : "");
    }

    private static String name(Task task) {
        return task.comm() + ":" + task.pid();
    }

    private static String as(String role) {
        return role == null ? "" : " <" + role + ">";
    }
}
