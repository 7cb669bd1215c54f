package org.unsplat.lockdep;

import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.NestLockPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * A lock taken under a nest lock that is not held ({@code print_lock_nested_lock_not_held}). It dumps the stack twice.
 */
final class NestedLockNotTaken extends LockdepKind {

    NestedLockNotTaken() {
        super(Kind.NESTED_LOCK_NOT_TAKEN, "WARNING: Nested lock was not taken");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                new NestLockPiece(),
                BacktracePiece.titled(),
                new OtherInfoPiece(true, false),
                new HeldLocksPiece(),
                BacktracePiece.again());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        return facts.acquiring() == null || facts.notHolding() == null
                ? null
                : Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                        + Explanations.in(facts.acquiring(), report) + " as nested in " + facts.notHolding()
                        + ", which it does not hold.";
    }
}
