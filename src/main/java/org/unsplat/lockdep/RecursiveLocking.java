package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** A lock of a class that the task holds already ({@code print_deadlock_bug}). */
final class RecursiveLocking extends LockdepKind {

    RecursiveLocking() {
        super(Kind.RECURSIVE_LOCKING, "WARNING: possible recursive locking detected");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskPiece();
        var holding = HoldingLockPiece.already();
        var scenario = new ScenarioPiece();
        var held = new HeldLocksPiece();
        var trace = BacktracePiece.titled();
        return prints(task, holding, new OtherInfoPiece(true, false), scenario, held, trace)
                .always(task, holding, scenario, held, trace);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null || facts.holding().isEmpty()) {
            return null;
        }
        var held = facts.holding().get(0);
        var address = facts.acquiring().address();
        // The kernel holds the map of a work item or a timer in a copy, so that its address tells nothing
        var isCopy = Explanations.lock(held).startsWith("(");
        var instance = address == null || held.address() == null || isCopy
                ? "a lock of the same class as one"
                : address.equals(held.address()) ? "the very lock" : "another lock of the same class as one";
        return Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring(), report) + ", " + instance + " that it took"
                + Explanations.in(StackPath.taker(StackPath.place(held), List.of()))
                + " and still holds.";
    }
}
