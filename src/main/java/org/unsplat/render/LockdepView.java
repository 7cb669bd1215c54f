package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The facts of a lockdep report: the order of its locks, the interrupts where they decide, what was held. */
final class LockdepView {

    private static final int LOCKS = 12;
    private final Report report;
    private final Lockdep facts;
    private final Page page;
    private final boolean verbose;

    LockdepView(Report report, Page page, boolean verbose) {
        this.report = report;
        this.facts = report.lockdep();
        this.page = page;
        this.verbose = verbose;
    }

    void write() {
        rcu();
        order();
        new IrqView(report, page).write();
        facts.held().forEach(this::held);
        if (facts.turnedOff() && facts.held().isEmpty()) {
            page.heading("Held locks");
            page.line(Page.MARGIN, Phrase.of("not printed: lockdep was off already"));
        }
        if (verbose) {
            new LockdepStacks(report, page).write();
        } else {
            backtrace();
        }
    }

    private void rcu() {
        var rcu = facts.rcu();
        if (rcu != null && report.explanation() == null && rcu.file() != null) {
            page.heading("Required");
            var place = rcu.file() + (rcu.line() == null ? "" : ":" + rcu.line());
            page.wrapped(Page.MARGIN, Phrase.of(Style.CYAN, place).add("  " + rcu.message()));
            rcu.notes().forEach(note -> page.wrapped(Page.MARGIN, Phrase.of(Style.YELLOW, note)));
        }
        if (rcu != null && Integer.valueOf(0).equals(rcu.debugLocks())) {
            page.wrapped(Page.MARGIN, Phrase.of(Style.YELLOW,
                    "debug_locks = 0: lockdep was off already, so the held locks may be wrong"));
        }
    }

    private void order() {
        var edges = LockOrder.of(report);
        boolean circle = facts.chain() != null || facts.becameSafe() != null || facts.becameUnsafe() != null;
        if (edges.isEmpty() || !circle && facts.holding().isEmpty()) {
            return;
        }
        page.heading(Phrase.of(Style.BOLD, circle ? "Cycle" : "Order").add(Style.DIM, "  held -> taken"));
        var table = new Table(3);
        edges.forEach(edge -> table.row(mark(edge), locks(edge), by(edge)));
        table.write(0, page);
    }

    private static Phrase mark(LockEdge edge) {
        return edge.kind() == LockEdge.Kind.NEW ? Phrase.of(Style.RED, ">>") : Phrase.of("  ");
    }

    private static Phrase locks(LockEdge edge) {
        var style = edge.kind() == LockEdge.Kind.SEEN ? Style.PLAIN : Style.RED;
        return Phrase.of(Style.BOLD, edge.from()).add(style, edge.kind() == LockEdge.Kind.INTERRUPT ? " ~> " : " -> ")
                .add(Style.BOLD, edge.to());
    }

    private Phrase by(LockEdge edge) {
        var trail = FrameText.trail(edge.at(), edge.stack());
        return switch (edge.kind()) {
            case SEEN -> trail;
            case NEW -> new Phrase().add(Style.RED, facts.chain() == null ? "now: " : "closes it: ").add(trail);
            case INTERRUPT -> new Phrase().add(Style.RED, "an interrupt: ").add(trail);
        };
    }

    private void held(HeldLocks list) {
        var task = list.task().comm() + "/" + list.task().pid();
        page.heading(Phrase.of(Style.BOLD, "Held by " + task).add(list.declared() == 0 ? ": no lock" : unprotecting()));
        var culprit = LockOrder.forbidding(facts);
        var table = new Table(4);
        int some = verbose || list.locks().size() <= LOCKS ? list.locks().size() : LOCKS - 1;
        list.locks().subList(0, some).forEach(lock -> row(lock == culprit ? ">>" : "", "#" + lock.index(), lock, table));
        if (culprit != null && list == facts.held().get(0)) {
            row(">>", "wants", facts.acquiring(), table);
        }
        table.write(0, page);
        if (some < list.locks().size()) {
            page.line(Page.MARGIN * 2, Phrase.of(Style.DIM, "... " + (list.locks().size() - some) + " more; -v shows all"));
        }
        if (list.locks().size() < list.declared()) {
            page.line(Page.MARGIN, Phrase.of(Style.YELLOW, list.locks().size() + " of " + list.declared() + " printed"));
        }
    }

    private static void row(String mark, String number, Lock lock, Table table) {
        table.row(Phrase.of(Style.RED, mark).pad(2), Phrase.of(Style.DIM, number),
                Phrase.of(Style.BOLD, lock.classText() == null ? "<released>" : lock.classText()),
                lock.at() == null ? new Phrase() : FrameText.withPlace(lock.at()),
                Phrase.of(UsageWords.usage(lock)),
                Phrase.of(mark.isEmpty() ? Style.PLAIN : Style.RED, UsageWords.wait(lock)));
    }

    private String unprotecting() {
        var message = facts.rcu() == null || facts.rcu().message() == null ? "" : facts.rcu().message();
        return message.contains("rcu_dereference") || message.contains("non-reader section")
                ? ": none of these protects it" : "";
    }

    /** How the task came there, where no order of locks has said so. */
    private void backtrace() {
        var stack = report.backtrace() == null ? List.<StackFrame>of() : report.backtrace().frames();
        var frames = stack.stream().filter(FrameText::tells).toList();
        boolean said = facts.chain() != null || !facts.newDependency().isEmpty();
        if (said || frames.isEmpty()) {
            return;
        }
        page.heading("Called from");
        var lines = new ArrayList<Phrase>();
        int some = frames.size() <= HumanWriter.FRAMES + 1 ? frames.size() : HumanWriter.FRAMES;
        frames.stream().limit(some)
                .forEach(frame -> lines.add(FrameText.line(frame, Style.PLAIN, page.width() - Page.MARGIN)));
        if (some < frames.size()) {
            lines.add(Phrase.of(Style.DIM, "... " + (frames.size() - some) + " more; -v shows all stacks"));
        }
        page.lines(Page.MARGIN, lines);
    }
}
