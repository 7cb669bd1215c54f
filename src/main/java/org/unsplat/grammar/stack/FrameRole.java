package org.unsplat.grammar.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.Regex;
import org.unsplat.model.StackFrame;

/**
 * What a frame is there for: {@code lkt_m_ab} is code that somebody wrote to do a thing, while {@code __lock_acquire}
 * is the checker at work, {@code _raw_spin_lock} the lock that was asked for, {@code do_syscall_64} how every syscall
 * comes in. People read the first sort; the others are dimmed, folded or left out.
 */
public enum FrameRole {

    /** The code that the report is about. */
    CODE,
    /** A checker and its instrumentation: lockdep, KCSAN, what dumps the stack. */
    TOOL,
    /** What takes and releases locks, and the way to sleep. */
    LOCKING,
    /** The way from the hardware, or from the beginning of a thread, to the code. */
    ENTRY;

    /** What a compiler adds to the name of a part, or of a copy, of a function. */
    private static final Regex COPY = new Regex("(?d)\\.(?:cold|part|isra|constprop|llvm)\\b.*");

    private static final Names TOOLS = new Names("""
            lock_acquire __lock_acquire lock_release lock_sync reacquire_held_locks __dump_stack show_stack
            dump_backtrace __might_fault check_noncircular check_prev_add validate_chain check_irq_usage
            check_deadlock valid_state save_trace stack_trace_save save_stack_trace arch_stack_walk check_access
            check_wait_context register_lock_class assign_lock_key look_up_lock_class unwind_backtrace
            walk_stackframe mark_usage check_usage add_lock_to_list find_held_lock check_prevs_add check_flags
            check_chain_key check_lock_unaccessed is_dynamic_key lookup_chain_cache* add_chain_cache lock_downgrade
            lock_set_class lock_pin_lock lock_unpin_lock lock_repin_lock lock_acquired lock_contended lock_is_held_type __might_resched __might_sleep
            ___might_sleep __schedule_bug report_bug __report_bug handle_bug exc_invalid_op __warn __warn_printk
            rcu_lock_acquire rcu_lock_release mark_irqflags __save_stack_trace print_stack_trace dump_stack*
            lockdep_* __lockdep_* __lock_acquire* __lock_release* __lock_is_held* lock_acquire* lock_release_*
            trace_lock_* perf_trace_lock* mark_lock* mark_held* print_bad* print_circular* print_deadlock*
            print_irq* print_usage* print_lock* print_unlock* print_held* print_freed* print_report*
            print_nested* check_usage_* trace_hardirqs_* trace_softirqs_* __trace_hardirqs_* kcsan_* __kcsan_*
            __tsan_* instrument_* debug_check_no_* __sanitizer_cov_trace_* warn_slowpath_*
            is_dynamic_key lookup_chain_cache* add_chain_cache* check_lock_* check_no_collision match_held_lock""");
    private static final Names LOCKS = new Names("""
            down __down down_read down_write up_read up_write __schedule __schedule_loop schedule context_switch
            __switch_to preempt_schedule_irq schedule_preempt_disabled cpus_read_lock cpus_write_lock
            fs_reclaim_acquire _raw_* __raw_* mutex_* _mutex_* __mutex_* __ww_mutex_* down_* __down_* _down_*
            rwsem_down_* ww_mutex_* percpu_down_* percpu_up_* spin_lock* spin_trylock* spin_unlock*
            read_lock* read_trylock* read_unlock* write_lock* write_trylock* write_unlock* raw_spin_* queued_*
            do_raw_* schedule_timeout* class_*_constructor class_*_destructor local_lock* local_trylock*
            local_unlock* __local_lock* __local_trylock* __local_unlock*""");
    /** What locks become on PREEMPT_RT, where most of them sleep; {@code rt_mutex} is what they are made of. */
    private static final Names REAL_TIME_LOCKS = new Names("""
            rt_spin_* rt_read_* rt_write_* rwbase_* __rwbase_* rt_mutex_* __rt_* rtlock_* schedule_rtlock*""");

    private static final Names REAL_TIME_ALONE = new Names("""
            rt_spin_lock* rt_spin_unlock* rt_spin_trylock* rt_read_lock* rt_read_unlock* rt_read_trylock*
            rt_write_lock* rt_write_unlock* rt_write_trylock* rwbase_* rtlock_slowlock* schedule_rtlock*""");
    private static final Names ENTRIES = new Names("""
            kthread worker_thread do_idle rest_init start_kernel start_secondary do_el0_svc invoke_syscall
            el0_svc_common el0_svc smpboot_thread_fn cpu_startup_entry x64_sys_call process_scheduled_works
            ret_to_user ret_fast_syscall handle_exception arch_do_signal_or_restart exit_to_user_mode_loop
            exit_to_user_mode_prepare default_idle_call default_idle arch_cpu_idle pv_native_safe_halt
            common_interrupt __common_interrupt irq_exit_rcu irqentry_exit secondary_start_kernel
            arch_call_rest_init system_call system_call_exception syscall_common do_IRQ handle_irq
            call_with_stack generic_handle_arch_irq __irq_svc __irq_usr do_syscall_* entry_* ret_from_* asm_*
            el0t_* el1h_* sysvec_* __sysvec_* el0_svc_* secondary_startup* common_startup* x86_64_start_*
            syscall_exit_to_* __syscall_exit_to_* do_int80_* do_fast_syscall_* __do_fast_syscall_* system_call_*
            do_trap_ecall_* __primary_switched*""");

    /** Names of functions between blanks; {@code *} stands for any text, once in a name and not at its beginning. */
    private static final class Names {

        private final Set<String> whole = new HashSet<>();
        private final List<Affixes> others = new ArrayList<>();

        private record Affixes(String start, String end) {

            boolean fit(String name) {
                return name.startsWith(start) && name.length() >= start.length() + end.length() && name.endsWith(end);
            }
        }

        Names(String text) {
            for (var name : text.strip().split("\\s+")) {
                int any = name.indexOf('*');
                if (any < 0) {
                    whole.add(name);
                } else {
                    others.add(new Affixes(name.substring(0, any), name.substring(any + 1)));
                }
            }
        }

        boolean hold(String name) {
            for (var other : others) {
                if (other.fit(name)) {
                    return true;
                }
            }
            return whole.contains(name);
        }
    }

    /** The role of a frame; {@link #CODE} for those of which nothing is known. */
    public static FrameRole of(StackFrame frame) {
        var name = frame.function() == null ? "" : plainName(frame.function());
        var isInstrumented = frame.file() != null && frame.file().contains("instrumented");
        if (isInstrumented || TOOLS.hold(name)) {
            return TOOL;
        }
        return LOCKS.hold(name) || REAL_TIME_LOCKS.hold(name) ? LOCKING : ENTRIES.hold(name) ? ENTRY : CODE;
    }

    /**
     * The frame in which the access of a race is: the first that is no instrumentation, inlined or not. Everything that
     * tells the place of an access asks here. Null for a stack without one.
     */
    public static StackFrame ofAccess(List<StackFrame> stack) {
        for (var frame : stack) {
            if (frame.reliable() && frame.function() != null && of(frame) != TOOL) {
                return frame;
            }
        }
        return null;
    }

    /** Whether it is the code of locks that PREEMPT_RT has in place of others; the name is without suffixes. */
    public static boolean isRealTimeLock(String function) {
        return REAL_TIME_LOCKS.hold(function);
    }

    /** Whether only a kernel with PREEMPT_RT has this function; others have {@code rt_mutex_lock} too. */
    public static boolean tellsRealTime(StackFrame frame) {
        return frame.function() != null && REAL_TIME_ALONE.hold(plainName(frame.function()));
    }

    /** As the source has it: without the suffixes of copies, and without the dot that old ppc64 has in front. */
    public static String plainName(String function) {
        var name = function.startsWith(".") ? function.substring(1) : function;
        return name.indexOf('.') < 0 ? name : COPY.matcher(name).replaceFirst("");
    }
}
