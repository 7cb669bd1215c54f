package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Lock;

/**
 * A lock's usage and wait types in a word or two, for a table: {@code {-.+.}} is "in hardirq, softirqs on", that is, it
 * was taken in a hardirq, and with softirqs enabled.
 */
final class UsagePhrases {

    private static final List<String> IN = List.of("hardirq", "softirq", "reclaim");
    private static final List<String> ON = List.of("hardirqs on", "softirqs on", "reclaim on");

    private UsagePhrases() {}

    /** Empty for {@code {....}}: never in an interrupt and never with irqs on, or one that lockdep does not look at. */
    static String usage(Lock lock) {
        if (lock.usage() == null) {
            return "";
        }
        var in = words(lock.usage(), "-?", IN);
        var on = words(lock.usage(), "+?", ON)
                .replace("hardirqs on, softirqs on", "irqs on")
                .replace("hardirqs on (read), softirqs on (read)", "irqs on (read)");
        return (in.isEmpty() ? "" : "in " + in) + (in.isEmpty() || on.isEmpty() ? "" : "; ") + on;
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
        if (wait.outerMeans() == null || wait.innerMeans() == null) {
            return "wait type " + wait.outer() + (wait.outer() == wait.inner() ? "" : ", allows " + wait.inner());
        }
        return wait.outer() == wait.inner() ? wait.outerMeans() : wait.outerMeans() + ", allows " + wait.innerMeans();
    }
}
