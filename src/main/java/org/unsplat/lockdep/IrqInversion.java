package org.unsplat.lockdep;

import org.unsplat.grammar.BacktracePiece;
import org.unsplat.grammar.DependencyBlock;
import org.unsplat.grammar.HeldLockList;
import org.unsplat.grammar.InverseLock;
import org.unsplat.grammar.OtherInfo;
import org.unsplat.grammar.ScenarioBox;
import org.unsplat.grammar.TaskSentence;
import org.unsplat.model.Report;

/** A lock whose new state inverts an order that interrupts rely on ({@code print_irq_inversion_bug}). */
final class IrqInversion extends LockdepKind {

    IrqInversion() {
        super("irq-inversion", "WARNING: possible irq lock inversion dependency detected");
        var task = new TaskSentence();
        var other = new InverseLock();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var dependencies = DependencyBlock.first();
        var trace = BacktracePiece.titled();
        prints(task, other, new OtherInfo(true, false), scenario, held, dependencies, trace);
        always(task, other, scenario, held, dependencies, trace);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var safe = facts.becameSafe();
        var other = safe == null ? facts.becameUnsafe() : safe;
        if (facts.acquiring() == null || other == null || other.lock() == null) {
            return null;
        }
        return Words.task(facts.task()) + " changed how " + Words.lock(facts.acquiring()) + " is used"
                + Words.in(facts.acquiring().at()) + (safe == null
                        ? ": it is taken in " + other.state() + " context now, but " + Words.lock(other.lock())
                                + ", which is taken with it enabled, was taken while it was held."
                        : ": it is taken with " + other.state() + " enabled now, but was taken while "
                                + Words.lock(other.lock()) + ", which a " + other.state() + " takes, was held.");
    }
}
