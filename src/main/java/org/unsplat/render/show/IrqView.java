package org.unsplat.render.show;

import java.util.List;
import org.unsplat.grammar.lock.IrqPhrases;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.lockdep.IrqUse;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** How a lock came to be used in an interrupt, and how with interrupts on: where that decides the case. */
final class IrqView {

    private final Lockdep facts;
    private final List<StackFrame> backtrace;
    private final Report report;
    private final ScreenBuffer screen;

    IrqView(Report report, ScreenBuffer screen) {
        this.facts = report.lockdep();
        this.backtrace =
                report.backtrace() == null ? List.of() : report.backtrace().frames();
        this.report = report;
        this.screen = screen;
    }

    void write() {
        if (facts.usage() != null && facts.acquiring() != null) {
            inconsistent();
        } else if (facts.becameSafe() != null || facts.becameUnsafe() != null) {
            screen.heading("Interrupts");
            var table = new StyledTable(3);
            safety(facts.becameSafe(), true, table);
            safety(facts.becameUnsafe(), false, table);
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
                        backtrace,
                        table);
            }
            table.write(ScreenBuffer.MARGIN, screen);
        }
    }

    private void inconsistent() {
        screen.heading(StyledText.of(Style.BOLD, facts.acquiring().classText()).add(" was used"));
        var registered = facts.registered() == null
                ? List.<StackFrame>of()
                : facts.registered().frames();
        var table = new StyledTable(3);
        table.row(
                StyledText.of("before"),
                StyledText.of(IrqUse.of(facts.usage().from(), registered)),
                FrameText.trailFrom(StackPath.caller(registered), registered));
        table.row(
                StyledText.of(Style.RED, "now"),
                StyledText.of(Style.RED, IrqUse.ofNow(facts.usage().to(), report)),
                FrameText.trailFrom(IrqUse.placeNow(facts.usage().to(), report), backtrace));
        table.write(ScreenBuffer.MARGIN, screen);
    }

    private void safety(IrqSafety safety, boolean in, StyledTable table) {
        if (safety != null && safety.lock() != null && safety.lock().classText() != null) {
            var stack = LockOrder.stackOf(report, safety, in);
            var isPrinted = in || facts.newDependency().isEmpty();
            var irq = isPrinted ? safety.state() : IrqUse.irqOf(safety.lock(), safety.state(), false);
            row(safety.lock(), how(irq, in, stack), StackPath.caller(stack), stack, table);
        }
    }

    private static String how(String irq, boolean in, List<StackFrame> stack) {
        return in ? "taken " + IrqPhrases.in(irq) : IrqUse.on(irq, stack);
    }

    private static void row(Lock lock, String how, StackFrame site, List<StackFrame> stack, StyledTable table) {
        table.row(
                StyledText.of(Style.BOLD, lock.classText()),
                StyledText.of(how),
                stack.isEmpty() ? new StyledText() : FrameText.trailFrom(site, stack));
    }
}
