package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.WaitTypeNames;
import org.unsplat.model.Lock;

/**
 * Describes the usage and wait types of a lock for a table: {@code {-.+.}} is "taken in hardirq, held with softirqs on". The
 * usage is a history; the lock may have been taken differently this time.
 */
public final class UsagePhrases {

    private static final List<String> IN = List.of("hardirq", "softirq", "reclaim");
    private static final List<String> ON = List.of("hardirqs", "softirqs", "reclaim");

    private UsagePhrases() {}

    /**
     * The usage as a phrase. Empty for {@code {....}}: lockdep saw neither use, or does not track the lock.
     *
     * @param realTime whether the kernel has PREEMPT_RT, where lockdep does not track softirqs
     */
    public static String usage(Lock lock, boolean realTime) {
        if (lock.usage() == null) {
            return "";
        }
        var usage = realTime ? withoutSoftirqs(lock.usage()) : lock.usage();
        var phrases = new ArrayList<String>();
        add("taken in ", words(usage, "-?", 0, IN), phrases);
        add("held with ", on(words(usage, "+?", 0, ON)), phrases);
        add("taken for reading in ", words(usage, "-?", 1, IN), phrases);
        add("held for reading with ", on(words(usage, "+?", 1, ON)), phrases);
        return phrases.isEmpty() ? "" : "has been " + String.join(", and ", phrases);
    }

    private static String on(String words) {
        return words.isEmpty() ? "" : words.replace("hardirqs, softirqs", "irqs") + " on";
    }

    private static void add(String before, String words, List<String> phrases) {
        if (!words.isEmpty()) {
            phrases.add(before + words);
        }
    }

    private static String withoutSoftirqs(String usage) {
        return usage.length() < 4 ? usage : usage.substring(0, 2) + ".." + usage.substring(4);
    }

    /** The irqs with one of these letters; for reads, only those without a write. */
    private static String words(String usage, String letters, int access, List<String> irqs) {
        var words = new ArrayList<String>();
        for (var i = 0; i + 1 < usage.length() && i / 2 < irqs.size(); i += 2) {
            var writes = letters.indexOf(usage.charAt(i)) >= 0;
            if (access == 0 ? writes : !writes && letters.indexOf(usage.charAt(i + 1)) >= 0) {
                words.add(irqs.get(i / 2));
            }
        }
        return String.join(", ", words);
    }

    /** The type of the lock for the wait type check; empty if the report has no wait types. */
    public static String wait(Lock lock) {
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
