package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.RegisteredStatePiece;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.lock.UsageChangePiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Report;

/** A lock that is taken in an interrupt, and elsewhere with that interrupt enabled ({@code print_usage_bug}). */
final class InconsistentState extends LockdepKind {

    InconsistentState() {
        super("inconsistent-state", "WARNING: inconsistent lock state");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(UsageChangePiece.USAGE);
    }

    @Override
    Outline makeOutline() {
        var usage = new UsageChangePiece();
        var task = new TaskPiece();
        var registered = new RegisteredStatePiece();
        var scenario = new ScenarioPiece();
        var held = new HeldLocksPiece();
        var trace = BacktracePiece.titled();
        return prints(
                        usage,
                        task,
                        registered,
                        new IrqTracePiece(),
                        new OtherInfoPiece(true, false),
                        scenario,
                        held,
                        trace)
                .always(usage, task, registered, scenario, held, trace);
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.usage() == null || facts.acquiring() == null) {
            return null;
        }
        var before = facts.registered() == null
                ? null
                : StackPath.caller(facts.registered().frames());
        var irq = IrqPhrases.irq(facts.usage().to());
        return Explanations.lock(facts.acquiring()) + " is taken "
                + IrqPhrases.state(facts.usage().to())
                + Explanations.by(facts.acquiring().at()) + ", but was taken "
                + IrqPhrases.state(facts.usage().from())
                + Explanations.by(before) + ": " + (irq.equals("RECLAIM_FS") ? "" : "a ") + IrqPhrases.name(irq)
                + " that comes in while it is held would deadlock.";
    }
}
