package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Lock;

/**
 * A lock's usage and wait types in a word or two, for a table: {@code {-.+.}} is "in hardirq, softirqs on", that is, it
 * was taken in a hardirq, and with softirqs enabled.
 */
final class UsageWords {

    private static final List<String> IRQS = List.of("hardirq", "softirq", "reclaim");

    private UsageWords() {
    }

    static String usage(Lock lock) {
        var usage = lock.usage();
        if (usage == null) {
            return "";
        }
        var in = words(usage, "-?", "");
        var on = words(usage, "+?", "s");
        return in.isEmpty() && on.isEmpty() ? "irqs off"
                : (in.isEmpty() ? "" : "in " + in) + (in.isEmpty() || on.isEmpty() ? "" : "; ") + (on.isEmpty() ? "" : on + " on");
    }

    /** The interrupts whose letters are among these; both together are simply irqs. */
    private static String words(String usage, String letters, String plural) {
        var words = new ArrayList<String>();
        for (int i = 0; i + 1 < usage.length() && i / 2 < IRQS.size(); i += 2) {
            boolean write = letters.indexOf(usage.charAt(i)) >= 0;
            boolean read = letters.indexOf(usage.charAt(i + 1)) >= 0;
            if (write || read) {
                words.add(IRQS.get(i / 2) + plural + (write ? "" : " (read)"));
            }
        }
        return String.join(", ", words).replace("hardirqs, softirqs", "irqs")
                .replace("hardirqs (read), softirqs (read)", "irqs (read)");
    }

    /** What sort of lock it is to the wait type check: empty where the report has no wait types. */
    static String wait(Lock lock) {
        var wait = lock.waitTypes();
        if (wait == null || wait.outer() == 0 && wait.inner() == 0) {
            return "";
        }
        if (wait.outerMeans() == null || wait.innerMeans() == null) {
            return "wait " + wait.outer() + ":" + wait.inner();
        }
        return wait.outer() == wait.inner() ? wait.outerMeans() : wait.outerMeans() + ", allows " + wait.innerMeans();
    }
}
