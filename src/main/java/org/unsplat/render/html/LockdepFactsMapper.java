package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.lockdep.LockEdge;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.render.show.IrqRows;
import org.unsplat.render.show.ReportStacks;

/** Prepares the facts of a lockdep report for the page. */
final class LockdepFactsMapper {

    private final Report report;
    private final Lockdep facts;
    private final FrameItems frames;

    private LockdepFactsMapper(Report report, FrameItems frames) {
        this.report = report;
        this.facts = report.lockdep();
        this.frames = frames;
    }

    static LockdepFacts of(Report report, FrameItems frames) {
        return new LockdepFactsMapper(report, frames).read();
    }

    private LockdepFacts read() {
        var edges = LockOrder.of(report);
        var trails = edges.stream().map(this::trail).toList();
        var isDrawn = CycleDrawing.isCycle(edges)
                && (ReportStacks.tellsOrder(report) || facts.usage() != null || LockOrder.isRecursion(facts));
        var waits = new WaitDrawing(facts);
        var held = new HeldLocksMapper(report, frames);
        return new LockdepFacts(
                notes(),
                isDrawn || ReportStacks.isCircle(facts) ? "Cycle" : "Order",
                ReportStacks.tellsOrder(report) ? order(edges, trails) : List.of(),
                isDrawn ? CycleDrawing.of(edges, trails) : null,
                IrqRows.isOfOneLock(facts) ? facts.acquiring().classText() + " was used" : "Interrupts",
                irqs(),
                scenario(),
                new BlockedTasksMapper(facts, frames).rows(),
                waits.drawing(),
                waits.leftOut(),
                held.tables(),
                held.leftOut(),
                callers(),
                stacks());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (facts.rcu() != null && report.explanation() == null && facts.rcu().file() != null) {
            notes.add(ReportStacks.required(facts.rcu()));
            notes.addAll(facts.rcu().notes());
        }
        notes.addAll(ReportStacks.warnings(facts));
        return notes;
    }

    private CallTrail trail(LockEdge edge) {
        var site = edge.site();
        return site == null
                ? CallTrail.of(edge.at(), edge.stack(), frames)
                : CallTrail.from(site, edge.stack(), frames);
    }

    private List<LockdepFacts.OrderRow> order(List<LockEdge> edges, List<CallTrail> trails) {
        var rows = new ArrayList<LockdepFacts.OrderRow>();
        for (var i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            var words = switch (edge.kind()) {
                case SEEN -> edge.isReacquired() ? "seen in" : "";
                case NEW, WAIT -> facts.chain() == null ? "now" : "closes it";
                case INTERRUPT -> "an interrupt may come in";
            };
            rows.add(new LockdepFacts.OrderRow(
                    edge.from(),
                    edge.to(),
                    edge.kind() == LockEdge.Kind.INTERRUPT ? null : trails.get(i),
                    edge.closes(edges) ? "closing" : null,
                    words));
        }
        return rows;
    }

    private List<LockdepFacts.IrqUseRow> irqs() {
        return IrqRows.of(report).stream()
                .map(row -> new LockdepFacts.IrqUseRow(
                        row.what(),
                        row.how(),
                        row.stack().isEmpty() && row.site() == null
                                ? CallTrail.UNKNOWN
                                : CallTrail.from(row.site(), row.stack(), frames),
                        row.isNow()))
                .toList();
    }

    private LockdepFacts.ScenarioTable scenario() {
        if (facts.scenario() == null || facts.scenario().steps().isEmpty()) {
            return null;
        }
        var steps = facts.scenario().steps();
        var cpus = steps.stream().map(step -> step.cpu()).distinct().sorted().toList();
        var rows = steps.stream()
                .map(step -> cpus.stream()
                        .map(cpu -> cpu != step.cpu()
                                ? ""
                                : step.op() + (step.lock() == null ? "" : "(" + step.lock() + ")"))
                        .toList())
                .toList();
        return new LockdepFacts.ScenarioTable(
                facts.scenario().title(), cpus.stream().map(cpu -> "CPU" + cpu).toList(), rows);
    }

    /** How the task got there, unless the order of locks or the interrupts show it. */
    private StackBlock callers() {
        var way = ReportStacks.callers(report);
        if (way.isEmpty()) {
            return null;
        }
        var block = frames.folded(way, null);
        return new StackBlock("Called from", block.frames(), block.folded(), block.more());
    }

    private List<StackBlock> stacks() {
        return frames.isShort()
                ? List.of()
                : ReportStacks.of(report).stream()
                        .map(stack -> StackBlock.closed(
                                stack.title() + ", " + count(stack.frames()), frames.all(stack.frames(), null)))
                        .toList();
    }

    private static String count(List<StackFrame> stack) {
        return stack.size() + (stack.size() == 1 ? " frame" : " frames");
    }
}
