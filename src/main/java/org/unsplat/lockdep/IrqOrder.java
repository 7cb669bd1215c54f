package org.unsplat.lockdep;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Banner;
import org.unsplat.grammar.lock.DependencyBlock;
import org.unsplat.grammar.lock.HeldLockList;
import org.unsplat.grammar.lock.HoldingLock;
import org.unsplat.grammar.lock.IrqSafetyLines;
import org.unsplat.grammar.lock.IrqWords;
import org.unsplat.grammar.lock.NewDependency;
import org.unsplat.grammar.lock.OtherInfo;
import org.unsplat.grammar.lock.ScenarioBox;
import org.unsplat.grammar.lock.TaskSentence;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.model.Report;

/**
 * A lock that interrupts take, with one behind it that is taken with them enabled ({@code print_bad_irq_dependency}).
 */
final class IrqOrder extends LockdepKind {

    IrqOrder() {
        super("irq-order", "WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected");
    }

    @Override
    public boolean mayBeginWith(TypedLine line) {
        return isSentence(line, "] is trying to acquire:");
    }

    @Override
    Outline makeOutline() {
        var task = new TaskSentence();
        var holding = HoldingLock.thisTask();
        var dependency = new NewDependency();
        var safe = IrqSafetyLines.safe();
        var unsafe = IrqSafetyLines.unsafe();
        var scenario = new ScenarioBox();
        var held = new HeldLockList();
        var before = DependencyBlock.first();
        var after = DependencyBlock.second();
        var trace = BacktracePiece.titled();
        return prints(
                        task,
                        holding,
                        dependency,
                        safe,
                        unsafe,
                        new OtherInfo(true, true),
                        scenario,
                        held,
                        before,
                        after,
                        trace)
                .always(task, holding, dependency, safe, unsafe, scenario, held, before, after, trace);
    }

    @Override
    public boolean isHead(String line) {
        var text = unmarked(line);
        return text != null && text.contains("-safe -> ") && text.contains("-unsafe lock order detected");
    }

    /** The rulers do not follow the irq's name. */
    @Override
    public Banner.Rulers rulers(Report report) {
        var length = report.headline().startsWith("[") ? 54 : 53;
        return new Banner.Rulers(length, length);
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
        return Words.task(facts.task()) + " takes " + Words.lock(facts.acquiring())
                + Words.in(facts.acquiring().at())
                + " while it holds " + Words.lock(facts.holding().get(0)) + ", so that " + Words.lock(safe.lock())
                + ", which was taken " + IrqWords.in(safe.state()) + Words.by(Words.caller(safe.stack()))
                + ", may have to wait for " + Words.lock(unsafe.lock()) + ", which was taken "
                + IrqWords.on(unsafe.state()) + Words.by(Words.caller(unsafe.stack())) + ".";
    }
}
