package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.IrqWords;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.RegisteredState;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.lock.UsageSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.IrqTraceLines;
import org.unsplat.model.Report;

/** A lock that is taken in an interrupt, and elsewhere with that interrupt enabled ({@code print_usage_bug}). */
final class InconsistentState extends LockdepKind {

    InconsistentState() {
        super("inconsistent-state", "WARNING: inconsistent lock state");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return line.is(UsageSentence.USAGE);
    }

    @Override
    Outline makeOutline() {
        var usage = new UsageSentence();
        var task = new TaskSentence();
        var registered = new RegisteredState();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var trace = BacktracePiece.titled();
        return prints(usage, task, registered, new IrqTraceLines(), new OtherInfo(true, false), scenario, held, trace)
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
                : Words.caller(facts.registered().frames());
        var irq = IrqWords.irq(facts.usage().to());
        return Words.lock(facts.acquiring()) + " is taken "
                + IrqWords.state(facts.usage().to())
                + Words.by(facts.acquiring().at()) + ", but was taken "
                + IrqWords.state(facts.usage().from())
                + Words.by(before) + ": " + (irq.equals("RECLAIM_FS") ? "" : "a ") + IrqWords.name(irq)
                + " that comes in while it is held would deadlock.";
    }
}
