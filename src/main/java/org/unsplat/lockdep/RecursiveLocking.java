package org.unsplat.lockdep;

import java.util.List;
import java.util.Set;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Kind;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;

/** A lock of a class that the task already holds ({@code print_deadlock_bug}). */
final class RecursiveLocking extends LockdepKind {

    private static final Set<String> RUNNERS =
            Set.of(("process_one_work process_scheduled_works worker_thread call_timer_fn expire_timers __run_timers "
                            + "__run_timer_base run_timer_base run_timer_softirq")
                    .split(" "));

    RecursiveLocking() {
        super(Kind.RECURSIVE_LOCKING, "WARNING: possible recursive locking detected");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                HoldingLockPiece.already(),
                new OtherInfoPiece(true, false),
                new ScenarioPiece(ScenarioForm.RECURSIVE),
                new HeldLocksPiece(),
                BacktracePiece.titled());
    }

    /** Whether the held lock stands for a running work item or timer, whose lockdep map is a copy. */
    private static boolean isOfCallback(Lock held) {
        var at = StackPath.place(held);
        return at != null && at.function() != null && RUNNERS.contains(FrameRole.plainName(at.function()));
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null || facts.holding().isEmpty()) {
            return null;
        }
        var held = facts.holding().get(0);
        var address = facts.acquiring().address();
        // The kernel holds a copy of the map of a work item or timer, so its address is meaningless
        var isCopy = Explanations.lock(held).startsWith("(") || isOfCallback(held);
        var instance = address == null || held.address() == null || isCopy
                ? "a lock of the same class as one"
                : address.equals(held.address()) ? "the very lock" : "another lock of the same class as one";
        return Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring(), report) + ", " + instance + " that it took"
                + Explanations.in(StackPath.taker(StackPath.place(held), List.of()))
                + " and still holds.";
    }
}
