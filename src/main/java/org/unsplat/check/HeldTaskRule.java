package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.HeldLocksPiece;
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
        if (facts == null || facts.allTasks() || !HeldLocksPiece.isOfOneTask(span.kind())) {
            return;
        }
        var named = facts.task() == null ? null : facts.task().pid();
        var printing = report.system() == null ? null : report.system().pid();
        var pid = named == null ? printing : named;
        for (var list : facts.held()) {
            if (Rule.differ(pid, list.task().pid())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        span.lineOf(HeldLocksPiece.HEADER),
                        "expected the locks held by task " + pid + ", which the report is about, found those of "
                                + list.task().comm() + "/" + list.task().pid()));
                return;
            }
        }
    }
}
