package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.UsageState;

/**
 * Decodes the usage characters of a lock class ({@code get_usage_chars}): one for each irq state and access, in the order
 * of kernel/locking/lockdep_states.h; RECLAIM_FS up to 4.13 only.
 */
public final class UsageDecoder {

    private static final List<String> STATES = List.of("HARDIRQ", "SOFTIRQ", "RECLAIM_FS");

    private static final String NOT_FOLLOWED = "not known: lockdep does not follow softirqs on PREEMPT_RT";

    private UsageDecoder() {}

    /** The meaning of each character of {@code {+.+.}}. */
    public static List<UsageState> decode(String usage) {
        return decode(usage, false);
    }

    /** The same for a kernel that may have PREEMPT_RT, where lockdep does not follow softirqs, because they run in threads. */
    static List<UsageState> decode(String usage, boolean realTime) {
        var isMarked = usage.chars().anyMatch(letter -> letter != '.');
        var states = new ArrayList<UsageState>();
        for (var i = 0; i < usage.length(); i++) {
            var state = STATES.get(i / 2);
            var meaning =
                    realTime && state.equals("SOFTIRQ") ? NOT_FOLLOWED : meaning(usage.charAt(i), state, isMarked);
            states.add(new UsageState(state, i % 2 == 0 ? "write" : "read", meaning));
        }
        return List.copyOf(states);
    }

    /**
     * If no character is set, lockdep may not check the use of the lock at all. {@code +} also means that the irq was enabled
     * while the lock was held, not only that the lock was taken with it enabled.
     */
    private static String meaning(char letter, String state, boolean isMarked) {
        var irq = switch (state) {
            case "HARDIRQ" -> "hardirq";
            case "SOFTIRQ" -> "softirq";
            default -> "fs reclaim";
        };
        return switch (letter) {
            case '-' -> "taken in " + irq + " context, never held with it enabled";
            case '+' -> "held with " + irq + " enabled, never taken in its context";
            case '?' -> "taken in " + irq + " context, and held with it enabled";
            default ->
                isMarked
                        ? "never taken in " + irq + " context, nor held with it enabled"
                        : "not marked: not seen in " + irq + " context, nor with it enabled, or not checked";
        };
    }
}
