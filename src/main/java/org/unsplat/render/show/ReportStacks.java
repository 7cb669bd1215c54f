package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.lockdep.LockOrder;
import org.unsplat.model.Backtrace;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lockdep;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The stacks of a lockdep report with their titles, and texts about them and their locks that all formats share. */
public final class ReportStacks {

    /** Functions between a warning and the panic that panic_on_warn causes. */
    private static final Set<String> PANIC = Set.of("panic", "vpanic", "check_panic_on_warn");

    private final Lockdep facts;
    private final List<Stack> stacks = new ArrayList<>();

    /** A stack, not empty, with its title. */
    public record Stack(String title, List<StackFrame> frames) {}

    private ReportStacks(Lockdep facts) {
        this.facts = facts;
    }

    /** All stacks of the report in its order. */
    public static List<Stack> of(Report report) {
        var found = new ReportStacks(report.lockdep());
        found.collect();
        found.stack("Backtrace", Backtrace.frames(report.backtrace()));
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
                stack(entry.lock().classText() + " acquired", Backtrace.frames(entry.acquired()));
            }
        }
        facts.blocked().stream()
                .skip(1)
                .filter(task -> task.stack() != null)
                .forEach(task ->
                        stack("Blocked: " + task.task().name(), task.stack().frames()));
        facts.blockers().stream()
                .filter(blocker -> blocker.ownerStack() != null)
                .forEach(blocker -> stack(
                        "Owner: " + blocker.owner().name(), blocker.ownerStack().frames()));
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

    /** Whether the order of locks in the report should form a cycle. */
    public static boolean isCircle(Lockdep facts) {
        return facts.chain() != null || facts.becameSafe() != null || facts.becameUnsafe() != null;
    }

    /** Whether the report is about the order of its locks. */
    public static boolean tellsOrder(Report report) {
        var facts = report.lockdep();
        return !LockOrder.of(report).isEmpty()
                && (isCircle(facts) || !facts.holding().isEmpty() && !LockOrder.isRecursion(facts));
    }

    /** How the task got there, unless the order of locks or the interrupts show it; else empty. */
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

    /** Lines about what makes the facts doubtful or ends them. */
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
