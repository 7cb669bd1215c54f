package org.unsplat.render.show;

import java.util.ArrayList;
import org.unsplat.lockdep.LockEdge;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** Shows the facts of a lockdep report: the order of its locks, interrupts if it is about them, held locks. */
final class LockdepView {

    private final Report report;
    private final Lockdep facts;
    private final ScreenBuffer screen;
    private final boolean verbose;

    LockdepView(Report report, ScreenBuffer screen, boolean verbose) {
        this.report = report;
        this.facts = report.lockdep();
        this.screen = screen;
        this.verbose = verbose;
    }

    void write() {
        rcu();
        order();
        new HangView(report, screen, verbose).write();
        new IrqView(report, screen).write();
        new HeldView(report, screen, verbose).write();
        if (verbose) {
            LockdepStacks.write(report, screen);
        } else {
            backtrace();
        }
    }

    private void rcu() {
        var rcu = facts.rcu();
        if (rcu != null && report.explanation() == null && rcu.file() != null) {
            screen.heading("Required");
            screen.wrapped(
                    ScreenBuffer.MARGIN,
                    StyledText.of(Style.CYAN, ReportStacks.place(rcu)).add("  " + rcu.message()));
            rcu.notes().forEach(note -> screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(Style.YELLOW, note)));
        }
        if (rcu != null && Integer.valueOf(0).equals(rcu.debugLocks())) {
            screen.wrapped(ScreenBuffer.MARGIN, StyledText.of(Style.YELLOW, ReportStacks.LOCKS_OFF));
        }
    }

    private void order() {
        var edges = LockOrder.of(report);
        if (!ReportStacks.tellsOrder(report)) {
            return;
        }
        screen.heading(StyledText.of(Style.BOLD, ReportStacks.isCircle(facts) ? "Cycle" : "Order")
                .add(Style.DIM, "  held -> taken"));
        var table = new StyledTable(3);
        edges.forEach(edge -> table.row(mark(edge), locks(edge), by(edge)));
        table.write(0, screen);
    }

    private static StyledText mark(LockEdge edge) {
        return edge.kind() == LockEdge.Kind.NEW ? StyledText.of(Style.RED, ">>") : StyledText.of("  ");
    }

    private static StyledText locks(LockEdge edge) {
        var style = edge.kind() == LockEdge.Kind.SEEN ? Style.PLAIN : Style.RED;
        return StyledText.of(Style.BOLD, edge.from())
                .add(style, edge.kind() == LockEdge.Kind.INTERRUPT ? " ~> " : " -> ")
                .add(Style.BOLD, edge.to());
    }

    private StyledText by(LockEdge edge) {
        var site = edge.site();
        var trail = site == null ? trail(edge) : FrameText.trailFrom(site, edge.stack());
        return switch (edge.kind()) {
            case SEEN -> trail;
            case NEW, WAIT ->
                new StyledText()
                        .add(Style.RED, facts.chain() == null ? "now: " : "closes it: ")
                        .add(trail);
            case INTERRUPT -> StyledText.of(Style.RED, "an interrupt may come in");
        };
    }

    /** The trail of an edge. If lockdep took the lock again by itself, the stack only shows where the order was seen. */
    private static StyledText trail(LockEdge edge) {
        var trail = FrameText.trail(edge.at(), edge.stack());
        return edge.isReacquired() ? StyledText.of(Style.DIM, "seen in ").add(trail) : trail;
    }

    /** Shows how the task got there, unless the order of locks or the interrupts show it. */
    private void backtrace() {
        var frames = ReportStacks.callers(report);
        if (frames.isEmpty()) {
            return;
        }
        screen.heading("Called from");
        var lines = new ArrayList<StyledText>();
        var some = frames.size() <= ScreenWriter.FRAMES + 1 ? frames.size() : ScreenWriter.FRAMES;
        frames.stream()
                .limit(some)
                .forEach(frame -> lines.add(FrameText.line(frame, Style.PLAIN, screen.width() - ScreenBuffer.MARGIN)));
        if (some < frames.size()) {
            lines.add(StyledText.of(Style.DIM, "... " + (frames.size() - some) + " more; -v shows all stacks"));
        }
        screen.lines(ScreenBuffer.MARGIN, lines);
    }
}
