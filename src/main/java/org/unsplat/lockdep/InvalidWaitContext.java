package org.unsplat.lockdep;

import org.unsplat.grammar.WaitTypeNames;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.lock.WaitContextPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * A lock that may sleep, or that would on PREEMPT_RT, taken where sleeping is forbidden
 * ({@code print_lock_invalid_wait_context}).
 */
final class InvalidWaitContext extends LockdepKind {

    InvalidWaitContext() {
        super(Kind.INVALID_WAIT_CONTEXT, "[ BUG: Invalid wait context ]");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                new OtherInfoPiece(false, false),
                new WaitContextPiece(),
                new HeldLocksPiece(),
                BacktracePiece.close());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var wanted = facts.acquiring();
        if (wanted == null || wanted.waitTypes() == null || facts.waitContext() == null || !report.complete()) {
            return null;
        }
        var outer = wanted.waitTypes().outer();
        var attempt = Explanations.task(facts.task()) + " takes " + Explanations.lock(wanted)
                + Explanations.in(wanted, report) + ", of "
                + type(outer, wanted.waitTypes().outerMeans()) + ",";
        if (WaitContextCheck.isForbiddenByContext(report)) {
            return attempt + " in a context that allows "
                    + type(facts.waitContext().inner(), facts.waitContext().innerMeans()) + " at most.";
        }
        var held = WaitContextCheck.forbidding(report);
        return held == null
                ? null
                : attempt + " while it holds " + Explanations.held(held)
                        + ", which allows "
                        + type(held.waitTypes().inner(), held.waitTypes().innerMeans()) + " at most.";
    }

    private static String type(int number, String meaning) {
        var words = meaning == null ? WaitTypeNames.certain(number) : meaning;
        return "wait type " + number + (words == null ? "" : " (" + words + ")");
    }
}
