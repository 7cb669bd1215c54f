package org.unsplat.lockdep;

import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** A lock released without being held ({@code print_unlock_imbalance_bug}), or contended for while the task holds no lock. */
final class BadUnlockBalance extends LockdepKind {

    private BadUnlockBalance(Kind kind, String headline, String action) {
        super(kind, headline, action);
    }

    @Override
    Outline makeOutline() {
        return prints(new TaskPiece(), new OtherInfoPiece(true, false), new HeldLocksPiece(), BacktracePiece.titled());
    }

    static LockdepKind ofUnlock() {
        return new BadUnlockBalance(
                Kind.BAD_UNLOCK_BALANCE, "WARNING: bad unlock balance detected!", " is trying to release lock");
    }

    /** {@code print_lock_contention_bug}, with CONFIG_LOCK_STAT. */
    static LockdepKind ofContention() {
        return new BadUnlockBalance(
                Kind.BAD_CONTENTION, "WARNING: bad contention detected!", " is trying to contend lock");
    }

    /** The function that released the lock. A symbolizer may wrongly name an inlined function that acquires; then the trace decides. */
    private static StackFrame releaser(Report report) {
        var lock = report.lockdep().acquiring();
        var trace = Explanations.trace(report);
        var at = StackPath.place(lock);
        var isWrong = lock.inlinedInto().stream()
                .map(StackFrame::function)
                .anyMatch(name -> name != null && name.contains("lock") && name.endsWith("acquire"));
        if (isWrong) {
            for (var frame : trace) {
                if (frame.reliable() && at.function() != null && at.function().equals(frame.function())) {
                    return StackPath.taker(frame, trace);
                }
            }
        }
        return StackPath.taker(at, trace);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null || facts.held().isEmpty()) {
            return null;
        }
        var locks = facts.held().get(0).declared();
        return Explanations.task(facts.task()) + (facts.action().equals("contend") ? " contends for " : " releases ")
                + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring(), releaser(report), report) + ", which it does not hold: it holds "
                + (locks == 0 ? "no lock." : locks == 1 ? "1 other lock." : locks + " other locks.");
    }
}
