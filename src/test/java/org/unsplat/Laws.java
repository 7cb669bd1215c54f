package org.unsplat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;

/** Which samples are excused from which law of {@link GoldenTest} or transport, and why. */
final class Laws {

    private static final String SYMBOL_ALONE =
            "a symbol alone on a line shows nothing of what it is, until its places come in the next";
    private static final String BLANKS =
            "the kernel aligns a task's line with runs of blanks, and a break takes one of them away";

    /** From {@code "law sample"} to the reason. */
    private static final Map<String, String> EXCUSED = Map.of(
            "rewrapped samples/lockdep/held-locks/6.12-x86_64-hung-task.log",
            BLANKS,
            "rewrapped samples/lockdep/held-locks/made-up-7.2-hung-task.log",
            BLANKS,
            "rewrapped samples/lockdep/internal/made-up-6.12-chain-key-collision.log",
            "the lines of a collision are kept as they are, not taken apart, and half of one is as good as a whole",
            "rewrapped samples/lockdep/recursive-locking/made-up-6.6-mips.log",
            "words of the stack, broken off their line, are no more than numbers",
            "wrapped, printk time samples/lockdep/invalid-wait-context/6.12-x86_64-decoded.log",
            SYMBOL_ALONE,
            "wrapped, printk time, then quoted samples/lockdep/invalid-wait-context/6.12-x86_64-decoded.log",
            SYMBOL_ALONE,
            "cut samples/lockdep/unknown/made-up-6.12-stale-owner.log",
            "nobody knows what a report of an unknown kind always prints");

    private Laws() {}

    static void apply(String law, Sample sample) {
        var reason = EXCUSED.get(law + " " + sample);
        assumeTrue(reason == null, reason);
    }

    static boolean holds(String law, Sample sample) {
        return !EXCUSED.containsKey(law + " " + sample);
    }

    /** The excuses whose sample is gone. */
    static Iterable<String> unused() {
        var samples = Sample.all().stream().map(Sample::toString).toList();
        return EXCUSED.keySet().stream()
                .filter(key -> !samples.contains(key.substring(key.lastIndexOf(' ') + 1)))
                .toList();
    }
}
