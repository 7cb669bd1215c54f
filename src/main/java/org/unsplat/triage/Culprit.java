package org.unsplat.triage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.model.Backtrace;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The function that names the bug of a lockdep report, {@code perf_trace_init}; null where none can be told.
 * {@link Title} says which of these rules goes with which kind.
 */
final class Culprit {

    private final Lockdep facts;
    private final Backtrace backtrace;

    Culprit(Report report) {
        this.facts = report.lockdep();
        this.backtrace = report.backtrace();
    }

    /** The first suspect of: where the lock is wanted, where the other one is held, the stacks of the chain. */
    String ofCircle() {
        var suspects = new Suspects(SkippedFunctions.IN_CIRCLE).at(facts.acquiring());
        facts.holding().stream().limit(1).forEach(suspects::at);
        if (facts.chain() != null) {
            facts.chain().links().forEach(link -> suspects.stack(link.stack()));
        }
        return suspects.first();
    }

    /** The first suspect of the stack that made the one lock irq-safe, then of that which made the other unsafe. */
    String ofIrqOrder() {
        var suspects = new Suspects(SkippedFunctions.ALWAYS);
        Stream.of(facts.becameSafe(), facts.becameUnsafe()).filter(Objects::nonNull)
                .forEach(safety -> suspects.stack(safety.stack()));
        return suspects.first();
    }

    /** The first suspect of: where the lock was released, the backtrace. */
    String ofRelease() {
        return new Suspects(SkippedFunctions.ALWAYS).at(facts.acquiring()).stack(frames(backtrace)).first();
    }

    /** The first suspect of the backtrace. */
    String ofBacktrace(SkippedFunctions skipped) {
        return new Suspects(skipped).stack(frames(backtrace)).first();
    }

    /** The place of the WARN where it is a suspect, else the first suspect of the backtrace. */
    String ofWarning() {
        var suspects = new Suspects(SkippedFunctions.ALWAYS);
        if (facts.warning() != null && facts.warning().at() != null) {
            suspects.stack(List.of(facts.warning().at()));
        }
        return suspects.stack(frames(backtrace)).stack(frames(facts.secondBacktrace())).first();
    }

    /** The first suspect of the backtrace, else of where the nested lock was taken. */
    String ofNest() {
        var name = ofWarning();
        return name != null ? name : new Suspects(SkippedFunctions.ALWAYS).at(facts.acquiring()).first();
    }

    /** Victims of one hang stand everywhere: all that wait for RCU share a title, and all that want the rtnl lock. */
    String ofHang() {
        var names = new Suspects(SkippedFunctions.ALWAYS).stack(frames(backtrace)).names();
        for (var name : names) {
            if (name.contains("rtnl_lock")) {
                return name;
            }
            if (Stream.of("rcu", "srcu", "net", "sched").anyMatch(of -> name.contains("synchronize_" + of))) {
                return "synchronize_rcu";
            }
        }
        return names.stream().filter(name -> !SkippedFunctions.IN_HANG.skips(name)).findFirst().orElse(null);
    }

    /** Where the lock of the first sentence was taken; as it is, though it be one that is skipped elsewhere. */
    String wanting() {
        return firstPlace(Stream.ofNullable(facts.acquiring()));
    }

    /** Where the first lock that the report mentions was taken; as it is. */
    String mentioning() {
        var sentence = Stream.concat(Stream.ofNullable(facts.acquiring()), facts.holding().stream());
        return firstPlace(Stream.concat(sentence, held()));
    }

    /** Where the first of the held locks was taken; as it is. */
    String holding() {
        return firstPlace(Stream.concat(held(), facts.holding().stream()));
    }

    private Stream<Lock> held() {
        return facts.held().stream().map(HeldLocks::locks).flatMap(List::stream);
    }

    private static String firstPlace(Stream<Lock> locks) {
        return locks.map(lock -> Suspects.nameOf(lock.at())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<StackFrame> frames(Backtrace backtrace) {
        return backtrace == null ? List.of() : backtrace.frames();
    }
}
