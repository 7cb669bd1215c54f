package org.unsplat.grammar.lock;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.UsageState;

/**
 * The usage characters of a lock class ({@code get_usage_chars}): one for each irq state and access, in the order of
 * kernel/locking/lockdep_states.h; RECLAIM_FS up to 4.13 alone.
 */
public final class UsageDecoder {

    private static final List<String> STATES = List.of("HARDIRQ", "SOFTIRQ", "RECLAIM_FS");

    private UsageDecoder() {}

    /** What each character of {@code {+.+.}} means. */
    public static List<UsageState> decode(String usage) {
        var states = new ArrayList<UsageState>();
        for (var i = 0; i < usage.length(); i++) {
            var state = STATES.get(i / 2);
            states.add(new UsageState(state, i % 2 == 0 ? "write" : "read", meaning(usage.charAt(i), state)));
        }
        return List.copyOf(states);
    }

    private static String meaning(char letter, String state) {
        var irq = switch (state) {
            case "HARDIRQ" -> "hardirq";
            case "SOFTIRQ" -> "softirq";
            default -> "fs reclaim";
        };
        return switch (letter) {
            case '-' -> "taken in " + irq + " context, never with it enabled";
            case '+' -> "taken with " + irq + " enabled, never in its context";
            case '?' -> "taken in " + irq + " context, and with it enabled";
            default -> "never taken in " + irq + " context, nor with it enabled";
        };
    }
}
