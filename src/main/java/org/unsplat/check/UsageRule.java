package org.unsplat.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.RegisteredStatePiece;
import org.unsplat.grammar.lock.UsageChangePiece;
import org.unsplat.model.IrqSafety;
import org.unsplat.model.Lock;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Task;

/**
 * The uses of a lock that a report names must be among its usage characters, and a use in an interrupt must be by a task in
 * interrupt context: {@code mark_lock} sets the bit of the new use before anything is printed.
 */
final class UsageRule implements Rule {

    private static final List<String> STATES = List.of("HARDIRQ", "SOFTIRQ", "RECLAIM_FS");
    private static final String IN = "IN-";
    private static final String ON = "-ON";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null) {
            return;
        }
        var usage = facts.usage();
        if (usage != null) {
            for (var state : List.of(usage.from(), usage.to())) {
                if (!isOf(facts.acquiring(), state.toUpperCase(Locale.ROOT))) {
                    problems.accept(inconsistent(span, "{" + state + "} in the usage of the lock"));
                }
            }
            if (!isIn(facts.task(), usage.to().toUpperCase(Locale.ROOT))) {
                problems.accept(inconsistent(span, "a task in an interrupt, as {" + usage.to() + "} says"));
            }
            var registered = span.find(RegisteredStatePiece.HEAD);
            if (registered != null
                    && !registered.read(RegisteredStatePiece.HEAD).group(1).equals(usage.from())) {
                problems.accept(inconsistent(span, "where {" + usage.from() + "} was registered"));
            }
        }
        checkSafety(facts.becameSafe(), IN, "", span, problems);
        checkSafety(facts.becameUnsafe(), "", ON, span, problems);
    }

    /** {@code print_bad_irq_dependency} names only the irq, whether or not the lock was taken for reading. */
    private static void checkSafety(IrqSafety safety, String start, String end, Span span, Consumer<Problem> problems) {
        if (safety == null || safety.state() == null) {
            return;
        }
        var state = start + safety.state().replaceFirst("-READ$", "") + end;
        if (!isOf(safety.lock(), state + "-W") && !isOf(safety.lock(), state + "-R")) {
            problems.accept(inconsistent(span, "{" + state + "} in the usage of the lock that became so"));
        }
    }

    /** Whether the usage characters contain the state; true if they do not tell. */
    private static boolean isOf(Lock lock, String state) {
        var letters = lock == null ? null : lock.usage();
        var isIn = state.startsWith(IN);
        var irq = STATES.indexOf(state.replaceFirst("^IN-", "").replaceFirst("(-ON)?-[WR]$", ""));
        var at = 2 * irq + (state.endsWith("-R") ? 1 : 0);
        if (letters == null || irq < 0 || at >= letters.length()) {
            return true;
        }
        var letter = letters.charAt(at);
        return letter == '?' || letter == (isIn ? '-' : '+');
    }

    private static boolean isIn(Task task, String state) {
        var irq = task == null ? null : task.irq();
        return irq == null
                || (!state.startsWith("IN-HARDIRQ-") || irq.hardirq().get(0) > 0)
                        && (!state.startsWith("IN-SOFTIRQ-") || irq.softirq().get(0) > 0);
    }

    private static Problem inconsistent(Span span, String expected) {
        return new Problem(
                Problem.Code.INCONSISTENT,
                span.lineOf(UsageChangePiece.USAGE),
                "expected " + expected + ", found something else");
    }
}
