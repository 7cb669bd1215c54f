package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.lock.OtherInfoPiece;
import org.unsplat.grammar.lock.RegisteredStatePiece;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.grammar.lock.TaskPiece;
import org.unsplat.grammar.lock.UsageChangePiece;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;

/** A lock that is taken in an interrupt, and elsewhere with that interrupt enabled ({@code print_usage_bug}). */
final class InconsistentState extends LockdepKind {

    InconsistentState() {
        super(Kind.INCONSISTENT_STATE, "WARNING: inconsistent lock state");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(UsageChangePiece.USAGE);
    }

    @Override
    Outline makeOutline() {
        return prints(
                new UsageChangePiece(),
                new TaskPiece(),
                new RegisteredStatePiece(),
                new IrqTracePiece(),
                new OtherInfoPiece(true, false),
                new ScenarioPiece(ScenarioForm.INCONSISTENT),
                new HeldLocksPiece(),
                BacktracePiece.titled());
    }

    @Override
    public String explain(Report report) {
        var facts = report.lockdep();
        if (facts.usage() == null || facts.acquiring() == null) {
            return null;
        }
        var registered = Backtrace.frames(facts.registered());
        var irq = IrqPhrases.irq(facts.usage().to());
        return now(report) + ", but was " + IrqUse.of(facts.usage().from(), registered)
                + Explanations.by(StackPath.caller(registered)) + ": "
                + IrqPhrases.one(irq)
                + " that comes in while it is held would deadlock.";
    }

    /** The place of the lock is where it was taken. The error may be later, where the irq is enabled. */
    private static String now(Report report) {
        var facts = report.lockdep();
        var state = facts.usage().to();
        var trace = Explanations.trace(report);
        var lock = Explanations.lock(facts.acquiring());
        var taker = StackPath.taker(StackPath.place(facts.acquiring()), trace);
        if (!IrqUse.isHeldNow(state, report)) {
            return lock + " is taken " + IrqPhrases.state(state) + Explanations.by(taker);
        }
        var by = Explanations.by(taker);
        return lock + (by.isEmpty() ? "" : ", taken" + by + ",") + " is "
                + IrqUse.ofNow(state, report).replace(" were ", " are ") + Explanations.by(StackPath.caller(trace));
    }
}
