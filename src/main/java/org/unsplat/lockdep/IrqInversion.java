package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.lock.DependenciesPiece;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.InverseLockPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** A lock whose new usage state inverts a lock order that interrupts rely on ({@code print_irq_inversion_bug}). */
final class IrqInversion extends LockdepKind {

    IrqInversion() {
        super(
                Kind.IRQ_INVERSION,
                "WARNING: possible irq lock inversion dependency detected",
                " just changed the state of lock:");
    }

    @Override
    Outline makeOutline() {
        return prints(
                new TaskPiece(),
                new InverseLockPiece(),
                new OtherInfoPiece(true, false),
                new ScenarioPiece(ScenarioForm.IRQ),
                new HeldLocksPiece(),
                DependenciesPiece.first(),
                BacktracePiece.titled());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        var safe = facts.becameSafe();
        var other = safe == null ? facts.becameUnsafe() : safe;
        if (facts.acquiring() == null || other == null || other.lock() == null) {
            return null;
        }
        var lock = Explanations.lock(facts.acquiring());
        var place = Explanations.in(facts.acquiring(), report);
        var irq = IrqUse.irqOf(facts.acquiring(), other.state(), safe == null);
        if (safe == null) {
            return Explanations.task(facts.task()) + " takes " + lock + " " + IrqPhrases.in(irq) + place + ", but "
                    + unsafe(report, other) + ".";
        }
        var trace = Explanations.trace(report);
        var use = IrqUse.onNow(irq, report);
        return Explanations.task(facts.task())
                + (use.startsWith("taken ")
                        ? " takes " + lock + use.substring("taken".length()) + place
                        : " holds " + lock + (place.isEmpty() ? "" : ", taken" + place + ",")
                                + use.substring("held".length()).replace(" were ", " are ")
                                + Explanations.by(StackPath.caller(trace)))
                + ", but it was also taken" + path(report, other) + " while " + Explanations.lock(other.lock())
                + " was held, which is taken "
                + IrqPhrases.in(other.state()) + ".";
    }

    private static String unsafe(Report report, IrqSafety other) {
        var use = IrqUse.on(other.state(), IrqUse.stackOf(report, other, false));
        return Explanations.lock(other.lock()) + " was taken" + path(report, other) + " while it was held, and "
                + (use.startsWith("taken ") ? "is" : "was") + " also " + use;
    }

    /** The lock between the two if the kernel names one; empty if one was taken directly under the other. */
    private static String path(Report report, IrqSafety other) {
        var cycle = report.lockdep().cycle();
        var ends = List.of(Explanations.lock(report.lockdep().acquiring()), Explanations.lock(other.lock()));
        return cycle.size() != 3 || ends.contains(cycle.get(1)) ? "" : ", by way of " + cycle.get(1) + ",";
    }
}
