package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The list of held locks in a report of lockdep or RCU must be that of the task that prints it
 * ({@code lockdep_print_held_locks(current)}), which the first sentence and the CPU line also name.
 */
final class HeldTaskRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var facts = report.lockdep();
        if (facts == null || facts.allTasks() || !isOfOneTask(Kind.of(report.kind()))) {
            return;
        }
        var named = facts.task() == null ? null : facts.task().pid();
        var printing = report.system() == null ? null : report.system().pid();
        var pid = named == null ? printing : named;
        for (var list : facts.held()) {
            if (Rule.differ(pid, list.task().pid())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        span.lineOf(line -> line.is(HeldLocksPiece.HEADER)),
                        "expected the locks held by task " + pid + ", which the report is about, found those of "
                                + list.task().comm() + "/" + list.task().pid()));
                return;
            }
        }
    }

    /** Whether the kind lists the locks of one task only. */
    private static boolean isOfOneTask(Kind kind) {
        return switch (kind) {
            case CIRCULAR_DEPENDENCY,
                    RECURSIVE_LOCKING,
                    INCONSISTENT_STATE,
                    IRQ_ORDER,
                    IRQ_INVERSION,
                    INVALID_WAIT_CONTEXT,
                    NESTED_LOCK_NOT_TAKEN,
                    BAD_UNLOCK_BALANCE,
                    BAD_CONTENTION,
                    HELD_LOCK_FREED,
                    HELD_AT_EXIT,
                    HELD_ON_USER_RETURN,
                    SUSPICIOUS_RCU -> true;
            default -> false;
        };
    }
}
