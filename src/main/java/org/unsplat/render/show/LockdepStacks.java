package org.unsplat.render.show;

import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;

/** All stacks of a lockdep report, for {@code -v}. */
final class LockdepStacks {

    private final Report report;
    private final Lockdep facts;
    private final ScreenBuffer screen;

    LockdepStacks(Report report, ScreenBuffer screen) {
        this.report = report;
        this.facts = report.lockdep();
        this.screen = screen;
    }

    void write() {
        if (facts.chain() != null) {
            facts.chain()
                    .links()
                    .forEach(
                            link -> stack("#" + link.index() + " " + link.lock().classText(), link.stack()));
        }
        if (facts.registered() != null) {
            stack(
                    "Where it was "
                            + (facts.usage() == null
                                    ? "registered"
                                    : facts.usage().from()),
                    facts.registered().frames());
        }
        safety("-safe", facts.becameSafe());
        safety("-unsafe", facts.becameUnsafe());
        for (var block : facts.dependencies()) {
            for (var entry : block.locks()) {
                entry.usages().forEach(usage -> stack(entry.lock().classText() + " " + usage.state(), usage.stack()));
                stack(
                        entry.lock().classText() + " acquired",
                        entry.acquired() == null ? List.of() : entry.acquired().frames());
            }
        }
        facts.blocked().stream()
                .skip(1)
                .filter(task -> task.stack() != null)
                .forEach(task -> stack(
                        "Blocked: " + task.task().comm() + "/" + task.task().pid(),
                        task.stack().frames()));
        facts.blockers().stream()
                .filter(blocker -> blocker.ownerStack() != null)
                .forEach(blocker -> stack(
                        "Owner: " + blocker.owner().comm() + "/"
                                + blocker.owner().pid(),
                        blocker.ownerStack().frames()));
        stack(
                "Backtrace",
                report.backtrace() == null ? List.of() : report.backtrace().frames());
    }

    private void safety(String how, IrqSafety safety) {
        if (safety != null && safety.lock() != null) {
            stack(safety.lock().classText() + " became " + safety.state() + how, safety.stack());
        }
    }

    private void stack(String title, List<StackFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        screen.heading(title);
        for (var frame : frames) {
            var dim = !frame.reliable() || !FrameRole.of(frame).isCode();
            screen.line(
                    ScreenBuffer.MARGIN,
                    FrameText.line(frame, dim ? Style.DIM : Style.PLAIN, screen.width() - ScreenBuffer.MARGIN));
        }
    }
}
