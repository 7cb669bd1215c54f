package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.DependenciesPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.InverseLockPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** A lock whose new state inverts an order that interrupts rely on ({@code print_irq_inversion_bug}). */
final class IrqInversion extends LockdepKind {

    IrqInversion() {
        super(Kind.IRQ_INVERSION, "WARNING: possible irq lock inversion dependency detected");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, " just changed the state of lock:");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskPiece();
        var other = new InverseLockPiece();
        var scenario = new ScenarioPiece();
        var held = new HeldLocksPiece();
        var dependencies = DependenciesPiece.first();
        var trace = BacktracePiece.titled();
        return prints(task, other, new OtherInfoPiece(true, false), scenario, held, dependencies, trace)
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
        var taken = Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring()) + " ";
        var place = Explanations.in(facts.acquiring().at());
        return safe == null
                ? taken + IrqPhrases.in(other.state()) + place + ", but " + Explanations.lock(other.lock())
                        + " was taken while it was held, and is also taken " + IrqPhrases.on(other.state()) + "."
                : taken + IrqPhrases.on(other.state()) + place + ", but it was also taken while "
                        + Explanations.lock(other.lock()) + " was held, which is taken " + IrqPhrases.in(other.state())
                        + ".";
    }
}
