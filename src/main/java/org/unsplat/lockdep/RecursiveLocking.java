package org.unsplat.lockdep;

import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.HoldingLock;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Report;

/** A lock of a class that the task holds already ({@code print_deadlock_bug}). */
final class RecursiveLocking extends LockdepKind {

    RecursiveLocking() {
        super("recursive-locking", "WARNING: possible recursive locking detected");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var holding = HoldingLock.already();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        return prints(task, holding, new OtherInfo(true, false), scenario, held, trace)
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
        var instance = address == null || held.address() == null
                ? "a lock of the same class as one"
                : address.equals(held.address()) ? "the very lock" : "another lock of the same class as one";
        return Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring())
                + Words.in(facts.acquiring().at()) + ", " + instance + " that it took" + Words.in(held.at())
                + " and still holds.";
    }
}
