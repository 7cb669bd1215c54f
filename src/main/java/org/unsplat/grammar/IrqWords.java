package org.unsplat.grammar;

import java.util.Locale;

/**
 * In which irq context a lock is used, in words: {@code IN-HARDIRQ-W} is "in a hardirq", {@code SOFTIRQ-ON-R} "for
 * reading with softirqs on". {@code HARDIRQ-READ} is how the kinds about two locks print the latter half of both.
 */
public final class IrqWords {

    private IrqWords() {
    }

    /** A usage state. */
    public static String state(String state) {
        if (state.startsWith("INITIAL") || state.equals("IN-NMI")) {
            return state.equals("IN-NMI") ? "in an NMI" : "for the first time";
        }
        var irq = state.replaceFirst("^IN-", "").replaceFirst("(-ON)?-[WR]$", "") + (state.endsWith("-R") ? "-READ" : "");
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

    /** The context without its article. */
    public static String name(String irq) {
        var name = irq.replaceFirst("-READ$", "").toLowerCase(Locale.ROOT);
        return name.equals("reclaim_fs") ? "fs reclaim" : name;
    }

    private static String reading(String irq) {
        return irq.endsWith("-READ") ? "for reading " : "";
    }
}
