package org.unsplat.lockdep;

import org.unsplat.grammar.BannerPiece;
import org.unsplat.grammar.lock.DependenciesPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.HoldingLockPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.IrqSafetyPiece;
import org.unsplat.grammar.lock.NewDependencyPiece;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/**
 * A lock that interrupts take, and under it a lock that is taken with interrupts enabled ({@code print_bad_irq_dependency}).
 */
final class IrqOrder extends LockdepKind {

    IrqOrder() {
        super(Kind.IRQ_ORDER, "WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected", "] is trying to acquire:");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                HoldingLockPiece.thisTask(),
                new NewDependencyPiece(),
                IrqSafetyPiece.safe(),
                IrqSafetyPiece.unsafe(),
                new OtherInfoPiece(true, true),
                new ScenarioPiece(ScenarioForm.IRQ),
                new HeldLocksPiece(),
                DependenciesPiece.first(),
                DependenciesPiece.second(),
                BacktracePiece.titled());
    }

    @Override
    public boolean isHead(String line) {
        var text = unmarked(line);
        return text != null && text.contains("-safe -> ") && text.contains("-unsafe lock order detected");
    }

    /** The rulers have a fixed length, whatever the name of the irq. */
    @Override
    public BannerPiece.Rulers rulers(Report report) {
        var length = report.headline().startsWith("[") ? 54 : 53;
        return new BannerPiece.Rulers(length, length);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.acquiring() == null
                || facts.holding().isEmpty()
                || facts.becameSafe() == null
                || facts.becameUnsafe() == null
                || facts.becameSafe().lock() == null
                || facts.becameUnsafe().lock() == null) {
            return null;
        }
        var safe = facts.becameSafe();
        var unsafe = facts.becameUnsafe();
        return Explanations.task(facts.task()) + " takes " + Explanations.lock(facts.acquiring())
                + Explanations.in(facts.acquiring(), report)
                + " while it holds " + Explanations.held(facts.holding().get(0)) + ", so that "
                + Explanations.lock(safe.lock())
                + ", which was taken " + IrqPhrases.in(safe.state())
                + Explanations.by(StackPath.caller(safe.stack()))
                + ", may have to wait for " + Explanations.lock(unsafe.lock()) + ", which was "
                + IrqUse.onBy(IrqUse.irqOf(unsafe.lock(), unsafe.state(), false), unsafe.stack()) + ".";
    }
}
