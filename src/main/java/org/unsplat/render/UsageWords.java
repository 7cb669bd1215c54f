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
        var in = new ArrayList<String>();
        var on = new ArrayList<String>();
        for (int i = 0; i + 1 < usage.length() && i / 2 < IRQS.size(); i += 2) {
            var letters = usage.substring(i, i + 2);
            collect(letters, "-?", IRQS.get(i / 2), in);
            collect(letters, "+?", IRQS.get(i / 2) + "s", on);
        }
        var words = new ArrayList<String>();
        if (!in.isEmpty()) {
            words.add("in " + String.join(", ", in));
        }
        if (!on.isEmpty()) {
            words.add(on.containsAll(List.of("hardirqs", "softirqs")) ? "irqs on" : String.join(", ", on) + " on");
        }
        return words.isEmpty() ? "irqs off" : String.join("; ", words);
    }

    private static void collect(String letters, String these, String irq, List<String> words) {
        boolean write = these.indexOf(letters.charAt(0)) >= 0;
        boolean read = these.indexOf(letters.charAt(1)) >= 0;
        if (write || read) {
            words.add(write ? irq : irq + " (read)");
        }
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

    /** {@code IN-HARDIRQ-W} in words: "in a hardirq"; {@code SOFTIRQ-ON-R}: "with softirqs on, for reading". */
    static String state(String state) {
        if (state.startsWith("INITIAL") || state.equals("IN-NMI")) {
            return state.equals("IN-NMI") ? "in an NMI" : "for the first time";
        }
        var read = state.endsWith("-R") ? ", for reading" : "";
        var irq = state.replaceFirst("^IN-", "").replaceFirst("(-ON)?-[WR]$", "").toLowerCase(java.util.Locale.ROOT);
        var name = irq.equals("reclaim_fs") ? "fs reclaim" : irq;
        return (state.startsWith("IN-") ? "in " + (name.equals("fs reclaim") ? "" : "a ") + name
                : "with " + name + (name.endsWith("irq") ? "s" : "") + " on") + read;
    }
}
