package org.unsplat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which samples are excused from which law of {@link GoldenTest} or transport, and why. */
final class SampleExemptions {

    private static final String SYMBOL_ALONE =
            "a symbol alone on a line shows nothing of what it is, until its places come in the next";
    private static final String BLANKS =
            "the kernel aligns a task's line with runs of blanks, and a break takes one of them away";

    private static final String STACK_WORDS = "words of the stack, broken off their line, are no more than numbers";
    private static final String COLLISION =
            "the lines of a collision are kept as they are, not taken apart, and half of one is as good as a whole";
    private static final String FREE_TEXT = "what WARN() prints is free text, and may be anything";
    private static final String NO_LISTS =
            "a kernel without lockdep names the owner of a lock, and lists no locks after that";
    private static final String MORE = "has more than the report";
    private static final String WORDED_ANEW = "the canonical text has the kernel's own wording";
    private static final String UNKNOWN = "nobody knows what a report of an unknown kind always prints";

    /** From {@code "law sample"} to the reason. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry("printed samples/kcsan/data-race/made-up-5.3-prototype.log", WORDED_ANEW),
            Map.entry("printed samples/kcsan/data-race/made-up-6.8-title-symbolised.log", WORDED_ANEW),
            Map.entry("printed samples/lockdep/circular-dependency/6.12-x86_64-no-time.log", MORE),
            Map.entry("printed samples/lockdep/held-locks/made-up-5.10-symbolised-and-wrapped.log", WORDED_ANEW),
            Map.entry("printed samples/lockdep/invalid-wait-context/commit-message-arm64.log", MORE),
            Map.entry("rewrapped samples/lockdep/held-locks/6.12-x86_64-hung-task.log", BLANKS),
            Map.entry("rewrapped samples/lockdep/held-locks/made-up-7.2-hung-task.log", BLANKS),
            Map.entry("rewrapped samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log", BLANKS),
            Map.entry("rewrapped samples/lockdep/held-locks/made-up-6.19-hung-tasks-without-lists.log", BLANKS),
            Map.entry("rewrapped samples/lockdep/held-locks/made-up-7.2-hung-task-owner.log", BLANKS),
            Map.entry("rewrapped samples/lockdep/internal/made-up-6.12-chain-key-collision.log", COLLISION),
            Map.entry("rewrapped samples/lockdep/recursive-locking/made-up-6.6-mips.log", STACK_WORDS),
            Map.entry(
                    "wrapped, printk time samples/lockdep/invalid-wait-context/6.12-x86_64-decoded.log", SYMBOL_ALONE),
            Map.entry(
                    "wrapped, printk time, then quoted samples/lockdep/invalid-wait-context/6.12-x86_64-decoded.log",
                    SYMBOL_ALONE),
            Map.entry("cut samples/lockdep/unknown/made-up-6.12-stale-owner.log", UNKNOWN),
            Map.entry("cut samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log", NO_LISTS),
            Map.entry("cut samples/lockdep/held-locks/made-up-7.2-hung-task-owner.log", NO_LISTS),
            Map.entry("cut samples/lockdep/held-locks/made-up-7.2-hung-task.log", NO_LISTS),
            Map.entry("cut samples/lockdep/unknown/made-up-6.16-dept.log", UNKNOWN),
            Map.entry("broken at blanks samples/lockdep/held-locks/6.12-x86_64-hung-task.log", BLANKS),
            Map.entry("broken at blanks samples/lockdep/held-locks/made-up-7.2-hung-task.log", BLANKS),
            Map.entry("broken at blanks samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log", BLANKS),
            Map.entry("broken at blanks samples/lockdep/held-locks/made-up-6.19-hung-tasks-without-lists.log", BLANKS),
            Map.entry("broken at blanks samples/lockdep/held-locks/made-up-7.2-hung-task-owner.log", BLANKS),
            Map.entry("broken at blanks samples/lockdep/internal/made-up-6.12-chain-key-collision.log", COLLISION),
            Map.entry("broken at blanks samples/lockdep/recursive-locking/made-up-6.6-mips.log", STACK_WORDS),
            Map.entry("stranger samples/lockdep/internal/6.12-arm-unregistered-key.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/6.12-x86_64-unregistered-key.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/made-up-6.19-warning.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/made-up-6.12-chain-key-collision.log", COLLISION),
            Map.entry("stranger samples/lockdep/assert/made-up-6.19-arm64-irqs-enabled.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/assert/made-up-7.1-lock-not-held.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/made-up-4.12-mutex-of-other-task.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/made-up-6.12-riscv64-rwsem-not-owned.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/internal/made-up-6.19-mutex-not-initialised.log", FREE_TEXT),
            Map.entry("stranger samples/lockdep/unknown/made-up-6.12-stale-owner.log", UNKNOWN),
            Map.entry("stranger samples/lockdep/unknown/made-up-6.16-dept.log", UNKNOWN),
            Map.entry(
                    "stranger samples/lockdep/nested-lock-not-taken/6.12-arm64.log",
                    "the name of a lock is free text, and may be anything"));

    /** Faults that are known, and not yet mended: {@code law: sample: what becomes what}. */
    private static final Path NOT_YET = Path.of("src/test/resources/laws/not-yet.txt");

    private SampleExemptions() {}

    static void apply(String law, Sample sample) {
        var reason = EXCUSED.get(law + " " + sample);
        assumeTrue(reason == null, reason);
        var known = notYet(law + ": " + sample + ": ");
        assumeTrue(known.isEmpty(), String.join(", ", known));
    }

    private static List<String> notYet(String start) {
        try (var lines = Files.lines(NOT_YET)) {
            return lines.filter(line -> line.startsWith(start)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
