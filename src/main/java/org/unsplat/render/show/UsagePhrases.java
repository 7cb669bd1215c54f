package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.WaitTypeNames;
import org.unsplat.model.Lock;

/**
 * A lock's usage and wait types in words, for a table: {@code {-.+.}} is "has been taken in hardirq, and with softirqs
 * on". That is its history; the lock may have been taken otherwise this time.
 */
final class UsagePhrases {

    private static final List<String> IN = List.of("hardirq", "softirq", "reclaim");
    private static final List<String> ON = List.of("hardirqs", "softirqs", "reclaim");

    private UsagePhrases() {}

    /**
     * Empty for {@code {....}}: never in an interrupt and never with irqs on, or one that lockdep does not look at.
     *
     * @param realTime whether the kernel has PREEMPT_RT, on which lockdep does not follow softirqs
     */
    static String usage(Lock lock, boolean realTime) {
        if (lock.usage() == null) {
            return "";
        }
        var usage = realTime ? withoutSoftirqs(lock.usage()) : lock.usage();
        var in = words(usage, "-?", IN);
        var on = words(usage, "+?", ON)
                .replace("hardirqs, softirqs", "irqs")
                .replace("hardirqs (read), softirqs (read)", "irqs (read)");
        if (in.isEmpty() && on.isEmpty()) {
            return "";
        }
        return "has been taken "
                + (in.isEmpty() ? "" : "in " + in)
                + (in.isEmpty() || on.isEmpty() ? "" : ", and ")
                + (on.isEmpty() ? "" : "with " + on + " on");
    }

    private static String withoutSoftirqs(String usage) {
        return usage.length() < 4 ? usage : usage.substring(0, 2) + ".." + usage.substring(4);
    }

    /** The interrupts that have one of these letters. */
    private static String words(String usage, String letters, List<String> irqs) {
        var words = new ArrayList<String>();
        for (int i = 0; i + 1 < usage.length() && i / 2 < irqs.size(); i += 2) {
            boolean write = letters.indexOf(usage.charAt(i)) >= 0;
            boolean read = letters.indexOf(usage.charAt(i + 1)) >= 0;
            if (write || read) {
                words.add(irqs.get(i / 2) + (write ? "" : " (read)"));
            }
        }
        return String.join(", ", words);
    }

    /** What sort of lock it is to the wait type check: empty where the report has no wait types. */
    static String wait(Lock lock) {
        var wait = lock.waitTypes();
        if (wait == null || wait.outer() == 0 && wait.inner() == 0) {
            return "";
        }
        var outer = words(wait.outer(), wait.outerMeans());
        return wait.outer() == wait.inner() ? outer : outer + ", allows " + words(wait.inner(), wait.innerMeans());
    }

    private static String words(int number, String meaning) {
        return meaning != null
                ? meaning
                : Objects.requireNonNullElse(WaitTypeNames.certain(number), "wait type " + number);
    }
}
