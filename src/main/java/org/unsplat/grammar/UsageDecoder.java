package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.UsageState;

/**
 * The usage characters of a lock class ({@code get_usage_chars}): one for each irq state and access, in the order of
 * kernel/locking/lockdep_states.h; RECLAIM_FS up to 4.13 alone.
 */
public final class UsageDecoder {

    private static final List<String> STATES = List.of("HARDIRQ", "SOFTIRQ", "RECLAIM_FS");

    private static final String NOT_FOLLOWED = "not known: lockdep does not follow softirqs on PREEMPT_RT";

    private UsageDecoder() {}

    /** What each character of {@code {+.+.}} means. */
    public static List<UsageState> decode(String usage) {
        return decode(usage, false);
    }

    /** The same; on PREEMPT_RT lockdep does not follow softirqs, which run in threads. */
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
     * Where lockdep has marked nothing at all, the lock may be one whose use it does not check. An irq may have been
     * enabled while the lock was held: that marks it as one that is taken with the irq enabled does.
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
