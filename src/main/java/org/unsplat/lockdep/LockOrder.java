package org.unsplat.lockdep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Chain;
import org.unsplat.model.Dependencies;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/**
 * The lock order in a report, as edges from the held lock to the lock that was taken. If the order is a cycle, the edges are
 * in the order of the cycle, the new edge among them.
 */
public final class LockOrder {

    private final Report report;
    private final Lockdep facts;
    private final List<LockEdge> edges = new ArrayList<>();

    private LockOrder(Report report) {
        this.report = report;
        this.facts = report.lockdep();
    }

    public static List<LockEdge> of(Report report) {
        if (report.lockdep() == null) {
            return List.of();
        }
        var order = new LockOrder(report);
        order.collect();
        return order.edges;
    }

    private void collect() {
        if (facts.chain() != null && facts.chain().links().size() > 1) {
            edges.addAll(ofChain(facts.chain().links(), facts.acquiring(), backtrace()));
        } else if (facts.becameSafe() != null || facts.becameUnsafe() != null) {
            irqOrder();
        } else if (facts.usage() != null && facts.acquiring() != null) {
            inconsistent();
        } else if (facts.acquiring() != null && !facts.holding().isEmpty()) {
            add(
                    facts.holding().get(0),
                    facts.acquiring(),
                    LockEdge.Kind.NEW,
                    StackPath.place(facts.acquiring()),
                    backtrace());
        } else {
            held();
        }
    }

    /**
     * The chain is printed from the held lock down to the requested one, {@code #0}. The new edge comes last; if its stack is
     * missing, the backtrace is the same.
     */
    static List<LockEdge> ofChain(List<Chain.Link> links, Lock acquiring, List<StackFrame> backtrace) {
        var order = new ArrayList<LockEdge>();
        for (var i = links.size() - 1; i > 0; i--) {
            var taken = links.get(i - 1);
            add(links.get(i).lock(), taken.lock(), LockEdge.Kind.SEEN, null, taken.stack(), order);
        }
        var wanted = links.get(links.size() - 1);
        var whole = wanted.index() == 0;
        add(
                links.get(0).lock(),
                whole ? wanted.lock() : acquiring,
                LockEdge.Kind.NEW,
                acquiring == null ? null : StackPath.place(acquiring),
                whole && !wanted.stack().isEmpty() ? wanted.stack() : backtrace,
                order);
        return order;
    }

    /** The interrupt is the stack that takes the lock now, or the one that took it before. */
    private void inconsistent() {
        var now = facts.usage().to().startsWith("IN-");
        var before = Backtrace.frames(facts.registered());
        add(
                facts.acquiring(),
                facts.acquiring(),
                LockEdge.Kind.INTERRUPT,
                now ? StackPath.place(facts.acquiring()) : null,
                now ? List.of() : before);
    }

    /** The edges from the lock that interrupts take to the one held with them enabled; an interrupt closes the cycle. */
    private void irqOrder() {
        var first = facts.acquiring();
        var isOrder = !facts.newDependency().isEmpty();
        for (var block : facts.dependencies()) {
            var backwards = block.title().contains("and the holding lock") || !isOrder && facts.becameSafe() != null;
            path(block.locks(), backwards);
            if (backwards && isOrder) {
                newDependency();
            }
        }
        if (isOrder && edges.stream().noneMatch(edge -> edge.kind() == LockEdge.Kind.NEW)) {
            newDependency();
        }
        var safe = lock(facts.becameSafe(), first);
        var unsafe = lock(facts.becameUnsafe(), first);
        if (!isOrder && edges.isEmpty()) {
            ofSentence(safe, unsafe);
        }
        var stack = facts.becameSafe() == null ? backtrace() : IrqUse.stackOf(report, facts.becameSafe(), true);
        add(unsafe, safe, LockEdge.Kind.INTERRUPT, null, stack);
    }

    /** The edges that the head of an inversion tells of: the irq-safe lock took the other, maybe by way of a third one. */
    private void ofSentence(Lock safe, Lock unsafe) {
        var names = facts.cycle();
        if (names.size() < 3 && safe != null && unsafe != null) {
            names = Arrays.asList(safe.classText(), unsafe.classText());
        }
        for (var i = 0; i + 1 < names.size(); i++) {
            if (names.get(i) != null && names.get(i + 1) != null) {
                edges.add(new LockEdge(names.get(i), names.get(i + 1), LockEdge.Kind.SEEN, null, List.of()));
            }
        }
    }

    private static Lock lock(IrqSafety safety, Lock otherwise) {
        return safety == null || safety.lock() == null ? otherwise : safety.lock();
    }

    private void newDependency() {
        if (facts.newDependency().size() == 2) {
            add(
                    facts.newDependency().get(0),
                    facts.newDependency().get(1),
                    LockEdge.Kind.NEW,
                    facts.acquiring() == null ? null : StackPath.place(facts.acquiring()),
                    backtrace());
        }
    }

    /** The edges of one path, which is printed from its far end. From 5.10 on a backwards path prints each stack one lock later. */
    private void path(List<Dependencies.Entry> locks, boolean backwards) {
        var late = backwards && !locks.isEmpty() && locks.get(0).acquired() == null;
        var path = new ArrayList<LockEdge>();
        for (var i = 0; i + 1 < locks.size(); i++) {
            var outer = locks.get(backwards ? i : i + 1).lock();
            var inner = locks.get(backwards ? i + 1 : i).lock();
            var acquired = locks.get(late ? i + 1 : i).acquired();
            path.add(
                    backwards ? path.size() : 0,
                    new LockEdge(
                            outer.classText(),
                            inner.classText(),
                            LockEdge.Kind.SEEN,
                            null,
                            Backtrace.frames(acquired)));
        }
        edges.addAll(path);
    }

    /** The edges of lists of held locks: each lock was taken while the one before it was held. */
    private void held() {
        var waits = WaitGraph.of(facts).waits();
        var wanted = new HashMap<Task, Lock>();
        waits.forEach(wait -> wanted.put(wait.task(), wait.lock()));
        for (var list : facts.held()) {
            var locks = list.locks();
            for (var i = 1; i < locks.size(); i++) {
                if (isSameReader(locks.get(i - 1), locks.get(i))) {
                    continue;
                }
                var isWanted = i == locks.size() - 1 && locks.get(i) == wanted.get(list.task());
                add(
                        locks.get(i - 1),
                        locks.get(i),
                        isWanted ? LockEdge.Kind.NEW : LockEdge.Kind.SEEN,
                        StackPath.place(locks.get(i)),
                        List.of());
            }
        }
        unnamed(waits);
        var forbidding = WaitContextCheck.forbidding(report);
        if (forbidding != null) {
            add(forbidding, facts.acquiring(), LockEdge.Kind.NEW, StackPath.place(facts.acquiring()), backtrace());
        }
    }

    /** The RCU read side, and any lock that is read again, may be taken recursively. */
    private static boolean isSameReader(Lock outer, Lock inner) {
        return outer.name() != null
                && outer.name().equals(inner.name())
                && (outer.name().startsWith("rcu_read_lock")
                        || outer.address() != null && outer.address().equals(inner.address()));
    }

    /** The edges of waits for a lock without a name; they lead from task to task. */
    private void unnamed(List<WaitGraph.Wait> waits) {
        var stacks = new HashMap<Task, Backtrace>();
        facts.blocked().forEach(task -> stacks.put(task.task(), task.stack()));
        for (var wait : waits) {
            if (wait.lock() == null) {
                var stack = stacks.get(wait.task());
                edges.add(new LockEdge(
                        wait.task().name(),
                        wait.blocker().owner().name(),
                        LockEdge.Kind.WAIT,
                        null,
                        Backtrace.frames(stack)));
            }
        }
    }

    /** Whether the requested lock has the class of the held one. */
    public static boolean isRecursion(Lockdep facts) {
        return facts.chain() == null
                && facts.acquiring() != null
                && !facts.holding().isEmpty()
                && facts.acquiring().classText() != null
                && facts.acquiring().classText().equals(facts.holding().get(0).classText());
    }

    private List<StackFrame> backtrace() {
        return Backtrace.frames(report.backtrace());
    }

    private void add(Lock from, Lock to, LockEdge.Kind kind, StackFrame at, List<StackFrame> stack) {
        add(from, to, kind, at, stack, edges);
    }

    private static void add(
            Lock from, Lock to, LockEdge.Kind kind, StackFrame at, List<StackFrame> stack, List<LockEdge> edges) {
        if (from != null && to != null && from.classText() != null && to.classText() != null) {
            edges.add(new LockEdge(from.classText(), to.classText(), kind, at, stack));
        }
    }
}
