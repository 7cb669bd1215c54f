package org.unsplat.lockdep;

import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.NestLock;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Report;

/**
 * A lock taken as nested in one that is not held ({@code print_lock_nested_lock_not_held}); it dumps the stack twice.
 */
final class NestedLockNotTaken extends LockdepKind {

    NestedLockNotTaken() {
        super("nested-lock-not-taken", "WARNING: Nested lock was not taken");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var nest = new NestLock();
        var trace = BacktracePiece.titled();
        var held = new HeldLockList();
        var again = BacktracePiece.again();
        return prints(task, nest, trace, new OtherInfo(true, false), held, again)
                .always(task, nest, trace, held, again);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        return facts.acquiring() == null || facts.notHolding() == null
                ? null
                : Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring())
                        + Words.in(facts.acquiring().at()) + " as nested in " + facts.notHolding()
                        + ", which it does not hold.";
    }
}
