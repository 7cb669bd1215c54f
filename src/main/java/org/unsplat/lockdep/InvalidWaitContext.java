package org.unsplat.lockdep;

import java.util.Comparator;
import org.unsplat.grammar.BacktracePiece;
import org.unsplat.grammar.HeldLockList;
import org.unsplat.grammar.OtherInfo;
import org.unsplat.grammar.TaskSentence;
import org.unsplat.grammar.WaitContextLine;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;

/** A lock that may sleep, or spin in a way that may sleep, where that is forbidden ({@code print_lock_invalid_wait_context}). */
final class InvalidWaitContext extends LockdepKind {

    InvalidWaitContext() {
        super("invalid-wait-context", "[ BUG: Invalid wait context ]");
        var task = new TaskSentence();
        var context = new WaitContextLine();
        var held = new HeldLockList();
        var trace = BacktracePiece.close();
        prints(task, new OtherInfo(false, false), context, held, trace);
        always(task, context, held, trace);
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
        var strictest = facts.held().stream().flatMap(list -> list.locks().stream())
                .filter(lock -> lock.waitTypes() != null && lock.waitTypes().inner() > 0 && lock.waitTypes().inner() < outer)
                .min(Comparator.comparingInt((Lock lock) -> lock.waitTypes().inner()));
        var attempt = Words.task(facts.task()) + " takes " + Words.lock(wanted) + Words.in(wanted.at()) + ", of wait type "
                + type(outer, wanted.waitTypes().outerMeans());
        if (strictest.isPresent()) {
            var lock = strictest.get();
            return attempt + ", while it holds " + Words.lock(lock) + Words.in(lock.at()) + ", which allows no more than "
                    + type(lock.waitTypes().inner(), lock.waitTypes().innerMeans()) + ".";
        }
        return outer <= facts.waitContext().inner() ? null : attempt + ", in a context that allows no more than "
                + type(facts.waitContext().inner(), facts.waitContext().innerMeans()) + ".";
    }

    private static String type(int number, String meaning) {
        return number + (meaning == null ? "" : " (" + meaning + ")");
    }
}
