package org.unsplat.triage;

import java.util.List;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * The function that names the bug of a lockdep report, {@code perf_trace_init}; null if there is none. {@link Title} says which
 * of these rules applies to which kind.
 */
final class TitleFunction {

    private final Lockdep facts;
    private final Backtrace backtrace;

    TitleFunction(Report report) {
        this.facts = report.lockdep();
        this.backtrace = report.backtrace();
    }

    /** The first candidate of: where the lock is requested, where the other is held, the stacks of the chain. */
    String ofCircle() {
        var candidates = new FunctionCandidates(SkippedFunctions.IN_CIRCLE).at(facts.acquiring());
        if (!facts.holding().isEmpty()) {
            candidates.at(facts.holding().get(0));
        }
        if (facts.chain() != null) {
            for (var link : facts.chain().links()) {
                candidates.stack(link.stack());
            }
        }
        return candidates.first();
    }

    /** The first candidate of the stack that made the one lock irq-safe, then of that which made the other irq-unsafe. */
    String ofIrqOrder() {
        return new FunctionCandidates(SkippedFunctions.ALWAYS)
                .stack(frames(facts.becameSafe()))
                .stack(frames(facts.becameUnsafe()))
                .first();
    }

    /** The first candidate of: where the lock was released, the backtrace. */
    String ofRelease() {
        return new FunctionCandidates(SkippedFunctions.ALWAYS)
                .at(facts.acquiring())
                .stack(frames(backtrace))
                .first();
    }

    /** The first candidate of the backtrace. */
    String ofBacktrace(SkippedFunctions skipped) {
        return new FunctionCandidates(skipped).stack(frames(backtrace)).first();
    }

    /** The place of the WARN if it is a candidate, else the first candidate of the backtrace. */
    String ofWarning() {
        var candidates = new FunctionCandidates(SkippedFunctions.ALWAYS);
        if (facts.warning() != null && facts.warning().at() != null) {
            candidates.stack(List.of(facts.warning().at()));
        }
        return candidates
                .stack(frames(backtrace))
                .stack(frames(facts.secondBacktrace()))
                .first();
    }

    /** The first candidate of the warning, else the place where the nested lock was taken. */
    String ofNest() {
        var name = ofWarning();
        return name != null
                ? name
                : new FunctionCandidates(SkippedFunctions.ALWAYS)
                        .at(facts.acquiring())
                        .first();
    }

    /** The function of a hang. The victims of one hang are in many places, so all waits for RCU share a title, and for the rtnl lock. */
    String ofHang() {
        String first = null;
        for (var name : new FunctionCandidates(SkippedFunctions.ALWAYS, Integer.MAX_VALUE)
                .stack(frames(backtrace))
                .names()) {
            if (name.contains("rtnl_lock")) {
                return name;
            }
            if (waitsForRcu(name)) {
                return "synchronize_rcu";
            }
            first = first == null && !SkippedFunctions.IN_HANG.skips(name) ? name : first;
        }
        return first;
    }

    private static boolean waitsForRcu(String name) {
        return name.contains("synchronize_rcu")
                || name.contains("synchronize_srcu")
                || name.contains("synchronize_net")
                || name.contains("synchronize_sched");
    }

    /** Where the lock of the first sentence was taken, even in a function that is skipped elsewhere. */
    String ofAcquiring() {
        return placeOf(facts.acquiring());
    }

    /** Where the first lock in the report was taken, even in a function that is skipped elsewhere. */
    String ofFirstLock() {
        return firstOf(firstOf(ofAcquiring(), placeOf(facts.holding())), held());
    }

    /** Where the first held lock was taken, even in a function that is skipped elsewhere. */
    String ofHeldLock() {
        return firstOf(held(), placeOf(facts.holding()));
    }

    private String held() {
        for (var list : facts.held()) {
            var place = placeOf(list.locks());
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static String placeOf(List<Lock> locks) {
        for (var lock : locks) {
            var place = placeOf(lock);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static String placeOf(Lock lock) {
        return lock == null ? null : FunctionCandidates.nameOf(lock.at());
    }

    private static String firstOf(String one, String other) {
        return one != null ? one : other;
    }

    private static List<StackFrame> frames(Backtrace backtrace) {
        return backtrace == null ? List.of() : backtrace.frames();
    }

    private static List<StackFrame> frames(IrqSafety safety) {
        return safety == null ? List.of() : safety.stack();
    }
}
