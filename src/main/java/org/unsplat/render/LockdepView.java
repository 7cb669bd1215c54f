package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The facts of a lockdep report: the order of its locks, the interrupts where they decide, what was held. */
final class LockdepView {

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
        irqs();
        facts.held().forEach(this::held);
        if (facts.turnedOff()) {
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
        if (facts.rcu() == null) {
            return;
        }
        page.heading("Required");
        var place = facts.rcu().file() + (facts.rcu().line() == null ? "" : ":" + facts.rcu().line());
        page.wrapped(Page.MARGIN, Phrase.of(Style.CYAN, place).add("  " + facts.rcu().message()));
        facts.rcu().notes().forEach(note -> page.wrapped(Page.MARGIN, Phrase.of(Style.YELLOW, note)));
        if (Integer.valueOf(0).equals(facts.rcu().debugLocks())) {
            page.wrapped(Page.MARGIN, Phrase.of(Style.YELLOW,
                    "debug_locks = 0: lockdep was off already, so the held locks may be wrong"));
        }
    }

    private void order() {
        var edges = LockOrder.of(report);
        boolean tells = facts.chain() != null || facts.usage() == null && edges.stream()
                .anyMatch(edge -> edge.kind() != LockEdge.Kind.SEEN);
        if (!tells || edges.isEmpty()) {
            return;
        }
        boolean circle = facts.chain() != null || edges.stream().anyMatch(edge -> edge.kind() == LockEdge.Kind.INTERRUPT);
        page.heading(circle ? "Cycle: held -> taken, by" : "Order: held -> taken, by");
        var table = new Table();
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
            case NEW -> new Phrase().add(Style.RED, facts.chain() == null ? "now: " : "closes the cycle: ").add(trail);
            case INTERRUPT -> new Phrase().add(Style.RED, "an interrupt: ").add(trail);
        };
    }

    /** Where a lock got the usages that exclude each other. */
    private void irqs() {
        var table = new Table();
        if (facts.usage() != null && facts.acquiring() != null) {
            var registered = facts.registered() == null ? List.<StackFrame>of() : facts.registered().frames();
            table.row(Phrase.of("before"), Phrase.of(UsageWords.state(facts.usage().from())),
                    FrameText.trail(null, registered));
            table.row(Phrase.of(Style.RED, "now"), Phrase.of(Style.RED, UsageWords.state(facts.usage().to())),
                    FrameText.trail(facts.acquiring().at(), ownStack()));
        }
        safety("taken", "in a ", facts.becameSafe(), table);
        safety("taken with", "on: ", facts.becameUnsafe(), table);
        if (!table.isEmpty()) {
            page.heading(facts.usage() == null ? Phrase.of(Style.BOLD, "Interrupts")
                    : Phrase.of(Style.BOLD, facts.acquiring().classText()).add(" was taken"));
            table.write(Page.MARGIN, page);
        }
    }

    private static void safety(String how, String rest, org.unsplat.model.IrqSafety safety, Table table) {
        if (safety == null || safety.lock() == null || safety.lock().classText() == null) {
            return;
        }
        var irq = safety.state().toLowerCase(java.util.Locale.ROOT);
        var words = how.equals("taken") ? "taken in a " + irq : "held with " + irq + "s on";
        table.row(Phrase.of(Style.BOLD, safety.lock().classText()), Phrase.of(words),
                safety.stack().isEmpty() ? new Phrase() : FrameText.trail(null, safety.stack()));
    }

    private void held(HeldLocks list) {
        var task = list.task().comm() + "/" + list.task().pid();
        var none = list.declared() == 0;
        page.heading(Phrase.of(Style.BOLD, "Held by ").add(Style.BOLD, task).add(none ? ": no lock" : ""));
        var table = new Table();
        for (var lock : list.locks()) {
            table.row(Phrase.of(Style.DIM, "#" + lock.index()),
                    Phrase.of(Style.BOLD, lock.released() ? "<released>" : lock.classText()),
                    lock.at() == null ? new Phrase() : FrameText.withPlace(lock.at()),
                    Phrase.of(UsageWords.usage(lock)), Phrase.of(UsageWords.wait(lock)));
        }
        table.write(Page.MARGIN, page);
        if (list.locks().size() < list.declared()) {
            page.line(Page.MARGIN, Phrase.of(Style.YELLOW, list.locks().size() + " of " + list.declared() + " printed"));
        }
    }

    private List<StackFrame> ownStack() {
        return report.backtrace() == null ? List.of() : report.backtrace().frames();
    }

    /** How the task came there, where no order of locks has said so. */
    private void backtrace() {
        var frames = ownStack().stream().filter(FrameText::tells).toList();
        boolean said = facts.chain() != null || !facts.newDependency().isEmpty();
        if (said || frames.isEmpty()) {
            return;
        }
        page.heading("Called from");
        var lines = new ArrayList<Phrase>();
        frames.stream().limit(HumanWriter.FRAMES)
                .forEach(frame -> lines.add(FrameText.line(frame, Style.PLAIN, page.width() - Page.MARGIN)));
        if (frames.size() > HumanWriter.FRAMES) {
            lines.add(Phrase.of(Style.DIM, "... " + (frames.size() - HumanWriter.FRAMES) + " more, -v shows them"));
        }
        page.lines(Page.MARGIN, lines);
    }
}
