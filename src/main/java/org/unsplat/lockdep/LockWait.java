package org.unsplat.lockdep;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;

/** Decides by its stack whether a blocked task waits for a lock, and by its list of held locks for which one. */
final class LockWait {

    private static final Set<String> SCHEDULER =
            Set.of(("__schedule __schedule_loop schedule context_switch __switch_to schedule_preempt_disabled "
                            + "schedule_rtlock schedule_timeout rt_mutex_schedule")
                    .split(" "));

    /** Functions that wait for locks which lockdep lists. {@code down} is not one, because lockdep lists no semaphores. */
    private static final List<String> WAITS =
            List.of(("mutex_lock __mutex_lock _mutex_lock ww_mutex_lock __ww_mutex_lock down_read down_write "
                            + "__down_read __down_write _down_write rwsem_down_ call_rwsem_down_ percpu_rwsem_wait percpu_down_ "
                            + "__percpu_down_ rt_mutex_lock rt_mutex_slowlock __rt_mutex_ rt_spin_lock rt_read_lock "
                            + "rt_write_lock rtlock_slowlock rwbase_read_lock rwbase_write_lock __rwbase_read_lock "
                            + "__rwbase_write_lock")
                    .split(" "));

    private LockWait() {}

    /** Whether the task sleeps in a function that takes a lock. */
    static boolean isIn(List<StackFrame> stack) {
        return end(stack) >= 0;
    }

    /**
     * The lock that a task waits for, null if uncertain. lockdep lists a lock before the task gets it, so it is the last one in
     * the list, provided that the stack comes from the place where that lock is taken.
     */
    static Lock lock(List<StackFrame> stack, HeldLocks list) {
        var caller = end(stack);
        if (caller < 0 || list == null || list.locks().isEmpty() || list.locks().size() != list.declared()) {
            return null;
        }
        var last = list.locks().get(list.locks().size() - 1);
        return last.classText() != null && leadsTo(last.at(), stack.subList(caller, stack.size())) ? last : null;
    }

    /** Whether the stack comes from that place. A stack that ends with the wait does not contradict it. */
    private static boolean leadsTo(StackFrame place, List<StackFrame> callers) {
        var isEmpty = true;
        for (var frame : callers) {
            if (frame.reliable() && frame.function() != null) {
                if (place == null || frame.function().equals(place.function())) {
                    return true;
                }
                isEmpty = false;
            }
        }
        return isEmpty;
    }

    /** Whether the frame belongs to the function of that place, or is inlined into it. */
    static boolean isAt(StackFrame frame, StackFrame place, List<StackFrame> stack) {
        for (var each : stack.subList(stack.indexOf(frame), stack.size())) {
            if (!each.inline()) {
                return Objects.equals(each.function(), place.function());
            }
        }
        return Objects.equals(frame.function(), place.function());
    }

    /** The index after the functions that wait for a lock, which follow those of the scheduler; -1 if there are none. */
    private static int end(List<StackFrame> stack) {
        var end = -1;
        for (var i = 0; i < stack.size(); i++) {
            var frame = stack.get(i);
            // If inlined functions counted, a log would give other waits after it was symbolized
            if (!frame.reliable() || frame.function() == null || frame.inline()) {
                continue;
            }
            var name = FrameRole.plainName(frame.function());
            if (waits(name)) {
                end = i + 1;
            } else if (end >= 0 || !SCHEDULER.contains(name)) {
                return end;
            }
        }
        return end;
    }

    private static boolean waits(String function) {
        for (var start : WAITS) {
            if (function.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
