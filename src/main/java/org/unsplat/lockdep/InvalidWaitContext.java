package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.BacktracePiece;
import org.unsplat.grammar.HeldLockList;
import org.unsplat.grammar.OtherInfo;
import org.unsplat.grammar.TaskSentence;
import org.unsplat.grammar.WaitContextLine;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * A lock that may sleep, or spin in a way that may sleep, where that is forbidden ({@code
 * print_lock_invalid_wait_context}).
 */
final class InvalidWaitContext extends LockdepKind {

    InvalidWaitContext() {
        super("invalid-wait-context", "[ BUG: Invalid wait context ]");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var context = new WaitContextLine();
        var held = new HeldLockList();
        var trace = BacktracePiece.close();
        return prints(task, new OtherInfo(false, false), context, held, trace).always(task, context, held, trace);
    }

    /** The rule: the new lock's outer wait type must not exceed the context's, nor the inner one of any lock held. */
    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var wanted = facts.acquiring();
        if (wanted == null || wanted.waitTypes() == null || facts.waitContext() == null || !report.complete()) {
            return null;
        }
        var outer = wanted.waitTypes().outer();
        var strictest = strictest(facts.held(), outer);
        var attempt = Words.task(facts.task()) + " takes " + Words.lock(wanted) + Words.in(wanted.at()) + ", of "
                + type(outer, wanted.waitTypes().outerMeans()) + ",";
        if (strictest != null) {
            return attempt + " while it holds " + Words.lock(strictest) + taken(strictest.at()) + ", which allows "
                    + type(strictest.waitTypes().inner(), strictest.waitTypes().innerMeans()) + " at most.";
        }
        return outer <= facts.waitContext().inner()
                ? null
                : attempt + " in a context that allows "
                        + type(facts.waitContext().inner(), facts.waitContext().innerMeans()) + " at most.";
    }

    /** The first of the locks that allow the least, and less than that; null where none does. */
    private static Lock strictest(List<HeldLocks> held, int outer) {
        Lock strictest = null;
        var least = outer;
        for (var list : held) {
            for (var lock : list.locks()) {
                if (lock.waitTypes() != null
                        && lock.waitTypes().inner() > 0
                        && lock.waitTypes().inner() < least) {
                    strictest = lock;
                    least = lock.waitTypes().inner();
                }
            }
        }
        return strictest;
    }

    private static String taken(StackFrame at) {
        var in = Words.in(at);
        return in.isEmpty() ? "" : ", taken" + in;
    }

    private static String type(int number, String meaning) {
        return "wait type " + number + (meaning == null ? "" : " (" + meaning + ")");
    }
}
