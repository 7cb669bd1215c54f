package org.unsplat.grammar.lock;

import java.util.Locale;

/**
 * The irq contexts of usage states as phrases: {@code IN-HARDIRQ-W} is "in a hardirq", {@code SOFTIRQ-ON-R} is "for reading
 * with softirqs on". Reports about two locks print only the irq of a state, {@code HARDIRQ-READ}.
 */
public final class IrqPhrases {

    private IrqPhrases() {}

    /** The irq of a usage state: {@code SOFTIRQ} for {@code IN-SOFTIRQ-W}, and for {@code in-softirq-W} of old kernels. */
    public static String irq(String state) {
        return state.toUpperCase(Locale.ROOT).replaceFirst("^IN-", "").replaceFirst("(-ON)?-[WR]$", "");
    }

    /** The phrase for a usage state. */
    public static String state(String printed) {
        var state = printed.toUpperCase(Locale.ROOT);
        if (state.startsWith("INITIAL") || state.equals("IN-NMI")) {
            return state.equals("IN-NMI") ? "in an NMI" : "for the first time";
        }
        var irq = irq(state) + (state.endsWith("-R") ? "-READ" : "");
        return state.startsWith("IN-") ? in(irq) : on(irq);
    }

    /** The phrase for how an irq-safe lock was used. */
    public static String in(String irq) {
        var name = name(irq);
        return reading(irq) + "in " + (name.endsWith("irq") ? "a " : "") + name;
    }

    /** The phrase for how an irq-unsafe lock was used. */
    public static String on(String irq) {
        var name = name(irq);
        return reading(irq) + "with " + name + (name.endsWith("irq") ? "s" : "") + " on";
    }

    /** The irq with its article: "a hardirq", "an NMI", "fs reclaim". */
    public static String one(String irq) {
        return switch (irq) {
            case "NMI" -> "an NMI";
            case "RECLAIM_FS" -> name(irq);
            default -> "a " + name(irq);
        };
    }

    /** The irq without article. */
    public static String name(String irq) {
        var name = irq.replaceFirst("-READ$", "").toLowerCase(Locale.ROOT);
        return name.equals("reclaim_fs") ? "fs reclaim" : name;
    }

    private static String reading(String irq) {
        return irq.endsWith("-READ") ? "for reading " : "";
    }
}
