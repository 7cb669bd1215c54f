package org.unsplat.grammar.lock;

import java.util.Locale;

/**
 * In which irq context a lock is used, in words: {@code IN-HARDIRQ-W} is "in a hardirq", {@code SOFTIRQ-ON-R} "for
 * reading with softirqs on". {@code HARDIRQ-READ} is how the kinds about two locks print the latter half of both.
 */
public final class IrqPhrases {

    private IrqPhrases() {}

    /** The irq of a usage state: {@code SOFTIRQ} of {@code IN-SOFTIRQ-W}, and of the {@code in-softirq-W} of old. */
    public static String irq(String state) {
        return state.toUpperCase(Locale.ROOT).replaceFirst("^IN-", "").replaceFirst("(-ON)?-[WR]$", "");
    }

    /** A usage state. */
    public static String state(String printed) {
        var state = printed.toUpperCase(Locale.ROOT);
        if (state.startsWith("INITIAL") || state.equals("IN-NMI")) {
            return state.equals("IN-NMI") ? "in an NMI" : "for the first time";
        }
        var irq = irq(state) + (state.endsWith("-R") ? "-READ" : "");
        return state.startsWith("IN-") ? in(irq) : on(irq);
    }

    /** What a lock is that is irq-safe. */
    public static String in(String irq) {
        var name = name(irq);
        return reading(irq) + "in " + (name.endsWith("irq") ? "a " : "") + name;
    }

    /** What a lock is that is irq-unsafe. */
    public static String on(String irq) {
        var name = name(irq);
        return reading(irq) + "with " + name + (name.endsWith("irq") ? "s" : "") + " on";
    }

    /** The context with its article: "a hardirq", "an NMI", "fs reclaim". */
    public static String one(String irq) {
        return switch (irq) {
            case "NMI" -> "an NMI";
            case "RECLAIM_FS" -> name(irq);
            default -> "a " + name(irq);
        };
    }

    /** The context without its article. */
    public static String name(String irq) {
        var name = irq.replaceFirst("-READ$", "").toLowerCase(Locale.ROOT);
        return name.equals("reclaim_fs") ? "fs reclaim" : name;
    }

    private static String reading(String irq) {
        return irq.endsWith("-READ") ? "for reading " : "";
    }
}
