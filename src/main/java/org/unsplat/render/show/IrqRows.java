package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.lockdep.IrqUse;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The uses of a lock in an interrupt and with interrupts on, for reports about them. */
public final class IrqRows {

    private final Lockdep facts;
    private final List<StackFrame> backtrace;
    private final Report report;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One use of a lock.
     *
     * @param what the lock; {@code before} and {@code now} if both rows are about the same one
     * @param how {@code taken in a softirq}
     * @param site the function that did it, null if unknown
     * @param isNow whether this of two uses is the one that is reported
     */
    public record Row(String what, String how, StackFrame site, List<StackFrame> stack, boolean isNow) {}

    private IrqRows(Report report) {
        this.facts = report.lockdep();
        this.backtrace = Backtrace.frames(report.backtrace());
        this.report = report;
    }

    /** The rows for a lockdep report; empty if it is not about interrupts. */
    public static List<Row> of(Report report) {
        var found = new IrqRows(report);
        if (isOfOneLock(found.facts)) {
            found.inconsistent();
        } else if (found.facts.becameSafe() != null || found.facts.becameUnsafe() != null) {
            found.order();
        }
        return List.copyOf(found.rows);
    }

    /** Whether all rows are about the lock that the report is about. */
    public static boolean isOfOneLock(Lockdep facts) {
        return facts.usage() != null && facts.acquiring() != null;
    }

    private void inconsistent() {
        var registered = Backtrace.frames(facts.registered());
        rows.add(new Row(
                "before",
                IrqUse.of(facts.usage().from(), registered),
                StackPath.caller(registered),
                registered,
                false));
        rows.add(new Row(
                "now",
                IrqUse.ofNow(facts.usage().to(), report),
                IrqUse.placeNow(facts.usage().to(), report),
                backtrace,
                true));
    }

    private void order() {
        safety(facts.becameSafe(), true);
        safety(facts.becameUnsafe(), false);
        if (facts.newDependency().isEmpty() && facts.acquiring() != null) {
            var other = facts.becameSafe() == null ? facts.becameUnsafe() : facts.becameSafe();
            var in = facts.becameSafe() == null;
            var irq = IrqUse.irqOf(facts.acquiring(), other.state(), in);
            var state = in ? "IN-" + irq : irq + "-ON-W";
            var site = IrqUse.placeNow(state, report);
            row(
                    facts.acquiring(),
                    (in ? "taken " + IrqPhrases.in(irq) : IrqUse.onNow(irq, report)) + " now",
                    site,
                    backtrace);
        }
    }

    private void safety(IrqSafety safety, boolean in) {
        if (safety != null && safety.lock() != null && safety.lock().classText() != null) {
            var stack = IrqUse.stackOf(report, safety, in);
            var isPrinted = in || facts.newDependency().isEmpty();
            var irq = isPrinted ? safety.state() : IrqUse.irqOf(safety.lock(), safety.state(), false);
            row(safety.lock(), how(irq, in, stack), StackPath.caller(stack), stack);
        }
    }

    private static String how(String irq, boolean in, List<StackFrame> stack) {
        return in ? "taken " + IrqPhrases.in(irq) : IrqUse.on(irq, stack);
    }

    private void row(Lock lock, String how, StackFrame site, List<StackFrame> stack) {
        rows.add(new Row(lock.classText(), how, site, stack, false));
    }
}
