package org.unsplat.lockdep;

import java.util.List;
import java.util.Set;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/** How explanations name tasks, locks and places. */
final class Words {

    private static final Set<String> LOCKING = Set.of("lock_acquire", "__lock_acquire", "lock_release", "lock_sync",
            "down_read", "down_write", "__might_fault", "lock_acquire.part.0", "reacquire_held_locks");
    private static final List<String> LOCKING_STARTS = List.of("_raw_", "__raw_", "mutex_", "__mutex_", "down_", "__down_",
            "rt_spin_", "rt_mutex_", "__rt_", "ww_mutex_", "percpu_down_", "__lock_", "lock_acquire", "spin_lock",
            "read_lock", "write_lock", "mark_held_locks", "lockdep_trace_alloc", "queued_", "do_raw_", "rtlock_");

    private Words() {
    }

    static String task(Task task) {
        return task == null ? "A task" : task.comm() + "/" + task.pid();
    }

    static String lock(Lock lock) {
        return lock.classText();
    }

    /** " in FUNCTION (FILE:LINE)", nothing where the place is not known. */
    static String in(StackFrame at) {
        return at == null || at.function() == null ? ""
                : " in " + at.function() + (at.file() == null ? "" : " (" + at.file() + ":" + at.line() + ")");
    }

    /** The first frame outside the locking code, null for none. */
    static StackFrame caller(List<StackFrame> stack) {
        return stack.stream().filter(frame -> frame.reliable() && frame.function() != null && !isLocking(frame.function()))
                .findFirst().orElse(null);
    }

    /** The function that took a lock: the first frame after the locking code, null for none. */
    static StackFrame taker(List<StackFrame> stack) {
        var locking = false;
        for (var frame : stack) {
            if (frame.reliable() && frame.function() != null) {
                if (locking && !isLocking(frame.function())) {
                    return frame;
                }
                locking |= isLocking(frame.function());
            }
        }
        return null;
    }

    private static boolean isLocking(String function) {
        return LOCKING.contains(function) || LOCKING_STARTS.stream().anyMatch(function::startsWith);
    }
}
