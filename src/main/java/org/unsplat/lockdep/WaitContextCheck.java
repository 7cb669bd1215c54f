package org.unsplat.lockdep;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;

/**
 * Repeats {@code check_wait_context}: the outer wait type of the new lock must not exceed what the context allows, nor the
 * inner wait type of a held lock. The kernel goes through the held locks from the innermost outwards and stops at the first
 * one taken in another irq context, because the locks of the interrupted task do not count.
 */
public final class WaitContextCheck {

    /** The smallest wait type of a task context in either numbering. */
    private static final int TASK = 4;

    private WaitContextCheck() {}

    /** Whether the context alone forbids the lock. */
    static boolean isForbiddenByContext(Report report) {
        return report.lockdep().acquiring().waitTypes().outer()
                > report.lockdep().waitContext().inner();
    }

    /** The outermost of the held locks with the smallest inner type; null if no held lock forbids the new one, or if unknown. */
    public static Lock forbidding(Report report) {
        var facts = report.lockdep();
        var wanted = facts.acquiring();
        if (facts.waitContext() == null
                || wanted == null
                || wanted.waitTypes() == null
                || facts.held().isEmpty()
                || isForbiddenByContext(report)) {
            return null;
        }
        var locks = facts.held().get(0).locks();
        var isTask = facts.waitContext().inner() >= TASK;
        var interrupted = isTask ? Set.<String>of() : interrupted(report);
        if (!isTask && interrupted.isEmpty()) {
            return null;
        }
        return strictest(locks, wanted.waitTypes().outer(), interrupted);
    }

    private static Lock strictest(List<Lock> locks, int outer, Set<String> interrupted) {
        Lock strictest = null;
        var least = outer - 1;
        for (var i = locks.size() - 1; i >= 0; i--) {
            var lock = locks.get(i);
            if (lock.at() != null
                    && lock.at().function() != null
                    && interrupted.contains(lock.at().function())) {
                break;
            }
            // Type 0 is not checked by the kernel
            var inner = lock.waitTypes() == null ? 0 : lock.waitTypes().inner();
            if (inner > 0 && inner <= least) {
                strictest = lock;
                least = inner;
            }
        }
        return strictest;
    }

    /** The functions on other stacks than that of the first frame. */
    private static Set<String> interrupted(Report report) {
        var functions = new HashSet<String>();
        if (report.backtrace() != null) {
            var frames = report.backtrace().frames();
            for (var frame : frames) {
                if (!Objects.equals(frame.context(), frames.get(0).context())) {
                    functions.add(frame.function());
                }
            }
        }
        return functions;
    }
}
