package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The stacks of a lockdep report with what each of them is of, and what is told of them and of their locks. */
public final class ReportStacks {

    /** How a kernel that is told to panic goes on from a warning. */
    private static final Set<String> PANIC = Set.of("panic", "vpanic", "check_panic_on_warn");

    private final Lockdep facts;
    private final List<Stack> stacks = new ArrayList<>();

    /** A stack, which is not empty, and what it is of. */
    public record Stack(String title, List<StackFrame> frames) {}

    private ReportStacks(Lockdep facts) {
        this.facts = facts;
    }

    /** All that the report has, in its order. */
    public static List<Stack> of(Report report) {
        var found = new ReportStacks(report.lockdep());
        found.collect();
        found.stack(
                "Backtrace",
                report.backtrace() == null ? List.of() : report.backtrace().frames());
        return List.copyOf(found.stacks);
    }

    private void collect() {
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
    }

    private void safety(String how, IrqSafety safety) {
        if (safety != null && safety.lock() != null) {
            stack(safety.lock().classText() + " became " + safety.state() + how, safety.stack());
        }
    }

    private void stack(String title, List<StackFrame> frames) {
        if (!frames.isEmpty()) {
            stacks.add(new Stack(title, frames));
        }
    }

    /** Whether the order of locks that the report tells of is meant to be a circle. */
    public static boolean isCircle(Lockdep facts) {
        return facts.chain() != null || facts.becameSafe() != null || facts.becameUnsafe() != null;
    }

    /** Whether the report is about the order of its locks. */
    public static boolean tellsOrder(Report report) {
        var facts = report.lockdep();
        return !LockOrder.of(report).isEmpty()
                && (isCircle(facts) || !facts.holding().isEmpty() && !LockOrder.isRecursion(facts));
    }

    /** How the task came there, where neither the order of locks nor the interrupts have said so; else empty. */
    public static List<StackFrame> callers(Report report) {
        return report.backtrace() == null
                        || isCircle(report.lockdep())
                        || report.lockdep().usage() != null
                ? List.of()
                : StackPath.of(report.backtrace().frames()).stream()
                        .dropWhile(frame -> PANIC.contains(FrameRole.readableName(frame.function())))
                        .toList();
    }

    /** {@code kernel/x.c:12  suspicious rcu_dereference_check() usage}. */
    public static String required(RcuUsage rcu) {
        return place(rcu) + "  " + rcu.message();
    }

    static String place(RcuUsage rcu) {
        return rcu.file() + (rcu.line() == null ? "" : ":" + rcu.line());
    }

    /** What makes the facts doubtful or ends them, a line each. */
    public static List<String> warnings(Lockdep facts) {
        var lines = new ArrayList<String>();
        if (facts.rcu() != null && Integer.valueOf(0).equals(facts.rcu().debugLocks())) {
            lines.add(LOCKS_OFF);
        }
        if (facts.suppressed()) {
            lines.add(SUPPRESSED);
        }
        return lines;
    }

    static final String LOCKS_OFF = "debug_locks = 0: lockdep was off already, so the held locks may be wrong";
    static final String SUPPRESSED = "The kernel reports no more hung tasks after this.";
}
