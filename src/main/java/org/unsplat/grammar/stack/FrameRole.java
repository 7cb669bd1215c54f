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
            check_chain_key lock_acquired lock_contended lock_is_held_type __might_resched __might_sleep
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
            rwsem_down_* rt_spin_* rt_mutex_* __rt_* ww_mutex_* percpu_down_* percpu_up_* spin_lock*
            spin_trylock* spin_unlock* read_lock* write_lock* queued_* do_raw_* rtlock_* schedule_timeout*""");
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

    /** Names of functions between blanks; one with {@code *} at its end stands for all that begin so. */
    private static final class Names {

        private final Set<String> whole = new HashSet<>();
        private final List<String> starts = new ArrayList<>();

        Names(String text) {
            for (var name : text.strip().split("\\s+")) {
                if (name.endsWith("*")) {
                    starts.add(name.substring(0, name.length() - 1));
                } else {
                    whole.add(name);
                }
            }
        }

        boolean hold(String name) {
            for (var start : starts) {
                if (name.startsWith(start)) {
                    return true;
                }
            }
            return whole.contains(name);
        }
    }

    /** The role of a frame; {@link #CODE} for those of which nothing is known. */
    public static FrameRole of(StackFrame frame) {
        var name = frame.function() == null ? "" : original(undotted(frame.function()));
        var isInstrumented = frame.file() != null && frame.file().contains("instrumented");
        if (isInstrumented || TOOLS.hold(name)) {
            return TOOL;
        }
        return LOCKS.hold(name) ? LOCKING : ENTRIES.hold(name) ? ENTRY : CODE;
    }

    /** On ppc64 of old the code of a function had a dot in front of the name. */
    private static String undotted(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    private static String original(String name) {
        return name.indexOf('.') < 0 ? name : COPY.matcher(name).replaceFirst("");
    }
}
