package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineCache;
import org.unsplat.model.StackFrame;

/** Conclusions from the names of lock functions about the lock and the kernel. */
public final class LockFunctions {

    private static final FunctionNames REAL_TIME_ALONE = new FunctionNames("""
            rt_spin_lock* rt_spin_unlock* rt_spin_trylock* rt_read_lock* rt_read_unlock* rt_read_trylock*
            rt_write_lock* rt_write_unlock* rt_write_trylock* rwbase_* __rwbase_* rtlock_slowlock* schedule_rtlock*
            ww_rt_mutex_* __ww_rt_mutex_*""");

    private static final FunctionNames SPINLOCKS = new FunctionNames("""
            _raw_spin_lock* _raw_spin_trylock* _raw_read_lock* _raw_read_trylock* _raw_write_lock* _raw_write_trylock*
            rt_spin_lock* rt_spin_trylock* rt_read_lock* rt_read_trylock* rt_write_lock* rt_write_trylock*""");

    private static final FunctionNames SLEEPING_LOCKS = new FunctionNames("""
            mutex_lock* _mutex_lock* __mutex_lock* ww_mutex_lock* __ww_mutex_lock* down_read* down_write* __down_read*
            __down_write* percpu_down_*""");

    /** Functions that take a mutex. If an {@code rt_mutex} function is below, the kernel has PREEMPT_RT. */
    private static final FunctionNames MUTEXES = new FunctionNames("mutex_* _mutex_* __mutex_*");

    private static final FunctionNames RT_MUTEXES = new FunctionNames("rt_mutex_* __rt_mutex_*");

    /** Files that are compiled only with PREEMPT_RT. */
    private static final List<String> REAL_TIME_FILES = List.of(
            "locking/spinlock_rt.c",
            "linux/spinlock_rt.h",
            "locking/rwbase_rt.c",
            "linux/rwbase_rt.h",
            "locking/ww_rt_mutex.c");

    /** Compiled into every kernel, but its mutex functions only with PREEMPT_RT. */
    private static final String MUTEX_FILE = "rtmutex_api.c";

    /** What a function shows about PREEMPT_RT. */
    private enum Sort {
        /** Exists only with PREEMPT_RT. */
        REAL_TIME,
        MUTEX,
        RT_MUTEX,
        OTHER
    }

    private static final LineCache<Sort> SORTS = new LineCache<>(1024, LockFunctions::sort);

    private LockFunctions() {}

    /**
     * Whether only a kernel with PREEMPT_RT can have these frames. Other kernels have {@code rt_mutex_lock} too, but their
     * mutexes are not built on it.
     */
    public static boolean tellRealTime(List<StackFrame> stack) {
        var isInRtMutex = false;
        for (var frame : stack) {
            var function = frame.function();
            var sort = function == null || !mayBeSorted(function) ? Sort.OTHER : SORTS.get(function);
            if (sort == Sort.REAL_TIME
                    || isInFileOfRealTime(frame, sort)
                    || sort == Sort.MUTEX && isInRtMutex && frame.reliable()) {
                return true;
            }
            isInRtMutex = sort == Sort.RT_MUTEX && frame.reliable();
        }
        return false;
    }

    /** Whether the frame, or a function inlined there, stands in a file of such a kernel. */
    private static boolean isInFileOfRealTime(StackFrame frame, Sort sort) {
        if (frame.file() != null && isOfRealTime(frame.file(), sort)) {
            return true;
        }
        for (var at : frame.inlinedAt()) {
            if (isOfRealTime(at.file(), Sort.OTHER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfRealTime(String file, Sort sort) {
        return sort == Sort.MUTEX && file.endsWith(MUTEX_FILE)
                || file.contains("rt") && REAL_TIME_FILES.stream().anyMatch(file::endsWith);
    }

    /**
     * Whether the name begins like one of {@link #REAL_TIME_ALONE}, {@link #MUTEXES} or {@link #RT_MUTEXES}; most do not, and need not
     * be looked up. A new name there may need its letters here.
     */
    private static boolean mayBeSorted(String function) {
        var at = 0;
        while (at < function.length() && (function.charAt(at) == '_' || function.charAt(at) == '.')) {
            at++;
        }
        return at + 1 < function.length()
                && switch (function.charAt(at)) {
                    case 'r' -> function.charAt(at + 1) == 't' || function.charAt(at + 1) == 'w';
                    case 's' -> function.charAt(at + 1) == 'c';
                    case 'w' -> function.charAt(at + 1) == 'w';
                    case 'm' -> function.charAt(at + 1) == 'u';
                    default -> false;
                };
    }

    private static Sort sort(String function) {
        var name = FrameRole.plainName(function);
        if (REAL_TIME_ALONE.hold(name)) {
            return Sort.REAL_TIME;
        }
        return MUTEXES.hold(name) ? Sort.MUTEX : RT_MUTEXES.hold(name) ? Sort.RT_MUTEX : Sort.OTHER;
    }

    /** Whether the function takes a spinlock or rwlock, raw or not. */
    public static boolean takesSpinlock(StackFrame frame) {
        return frame.function() != null && SPINLOCKS.hold(FrameRole.plainName(frame.function()));
    }

    /** Whether the function takes a mutex or semaphore that lockdep tracks. */
    public static boolean takesSleepingLock(StackFrame frame) {
        return frame.function() != null && SLEEPING_LOCKS.hold(FrameRole.plainName(frame.function()));
    }
}
