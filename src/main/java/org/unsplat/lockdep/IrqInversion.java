package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.DependencyBlock;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.InverseLock;
import org.unsplat.grammar.lock.IrqWords;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Report;

/** A lock whose new state inverts an order that interrupts rely on ({@code print_irq_inversion_bug}). */
final class IrqInversion extends LockdepKind {

    IrqInversion() {
        super("irq-inversion", "WARNING: possible irq lock inversion dependency detected");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, " just changed the state of lock:");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var other = new InverseLock();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var dependencies = DependencyBlock.first();
        var trace = BacktracePiece.titled();
        return prints(task, other, new OtherInfo(true, false), scenario, held, dependencies, trace)
                .always(task, other, scenario, held, dependencies, trace);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var safe = facts.becameSafe();
        var other = safe == null ? facts.becameUnsafe() : safe;
        if (facts.acquiring() == null || other == null || other.lock() == null) {
            return null;
        }
        var taken = Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring()) + " ";
        var place = Words.in(facts.acquiring().at());
        return safe == null
                ? taken + IrqWords.in(other.state()) + place + ", but " + Words.lock(other.lock())
                        + " was taken while it was held, and is also taken " + IrqWords.on(other.state()) + "."
                : taken + IrqWords.on(other.state()) + place + ", but it was also taken while "
                        + Words.lock(other.lock()) + " was held, which is taken " + IrqWords.in(other.state()) + ".";
    }
}
