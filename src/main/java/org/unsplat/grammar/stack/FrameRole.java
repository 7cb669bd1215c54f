package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineCache;
import org.unsplat.demangle.Demangler;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * The role of a function in a stack: {@code lkt_m_ab} is the code in question, {@code __lock_acquire} is part of the checker,
 * {@code _raw_spin_lock} is the lock function that was called, and {@code do_syscall_64} is on the path of every syscall.
 * People read the first group; the others are dimmed, folded or left out.
 */
public enum FrameRole {

    /** The code that the report is about. */
    CODE,
    /** Takes a lock on behalf of its caller, which is to blame: {@code __flush_work}, {@code kmem_cache_alloc}. */
    HELPER,
    /** The checker and its instrumentation: lockdep, KCSAN, functions that dump the stack. */
    TOOL,
    /** Takes and releases locks, or puts the task to sleep. */
    LOCKING,
    /** On the path from an interrupt, a syscall or the start of a thread to the code. */
    ENTRY;

    private static final Regex HEADER = new Regex("(?:.*/)?include/.*\\.h");

    /** {@code inode_lock_shared}, {@code mmap_read_lock_killable}, {@code __sb_start_write}, but no {@code block}. */
    private static final Regex WRAPPER = new Regex("(?:.*_)?(?:(?:try|un|spin)*lock(?:_.*)?|start_write(?:_.*)?)");

    /** The suffixes that compilers add to the names of parts or copies of functions. */
    private static final Regex COPY = new Regex("(?d)\\.(?:cold|part|isra|constprop|llvm)\\b.*");

    /** Sanitizers, and the wrappers in {@code include/linux/instrumented.h} and similar headers. */
    private static final Regex INSTRUMENTATION =
            new Regex("_*(?:kcsan|tsan|kasan|asan|hwasan|kmsan|msan|ubsan|sanitizer|instrument)_\\w+"
                    + "|check_memory_region\\w*|__(?:read|write)_once_size\\w*|read_word_at_a_time"
                    + "|(?:raw_|arch_)*atomic(?:64|_long)?_(?:fetch_|try_)?(?:read|set|add|sub|inc|dec|and|andnot|or|xor|xchg|cmpxchg)"
                    + "(?!_and_(?:mutex_|raw_)?lock)(?:_\\w+)?"
                    + "|(?:__|arch_)*(?:set|clear|change|test|test_and_set|test_and_clear|test_and_change|assign"
                    + "|xor_unlock_is_negative)_bit(?:_lock|_unlock|_acquire|_unlock_is_negative_byte)?"
                    + "|_*(?:mem(?:cpy|set|move|cmp|chr)|str(?:n?cpy|l?cpy|scpy|n?len|n?cmp|n?cat|chr))");

    /** Lockdep, functions that dump stacks, and those from a failed check to its report; leading underscores are removed. */
    private static final FunctionNames TOOLS = new FunctionNames("""
            lock_acquire* lock_release lock_release_* lock_acquired lock_contended lock_sync lock_downgrade
            lock_set_class lock_pin_lock lock_unpin_lock lock_repin_lock lock_is_held* reacquire_held_locks lockdep_*
            validate_chain check_noncircular check_deadlock check_prev_add check_prevs_add check_irq_usage check_usage*
            check_wait_context check_chain_key check_flags check_path check_lock_* check_no_collision
            check_data_structures check_access check_redundant mark_lock* mark_usage mark_held* mark_irqflags valid_state verify_lock_unused hlock_class debug_show_*
            register_lock_class assign_lock_key look_up_lock_class is_dynamic_key static_obj lookup_chain_cache*
            add_chain_cache* bfs bfs_forwards bfs_backwards find_usage_* find_held_lock match_held_lock
            add_lock_to_list debug_check_no_* debug_lockdep_* debug_locks_off* debug_mutex_* trace_hardirqs_* trace_softirqs_* trace_lock_*
            perf_trace_lock* rcu_lock_acquire rcu_lock_release report_exclusive_*
            print_bad* print_circular* print_deadlock* print_irq* print_usage* print_lock* print_unlock* print_held*
            print_freed* print_collision print_report* print_nested* print_shortest* print_stack_trace
            dump_stack* show_stack* walk_stack* dump_backtrace* show_regs* stack_trace_save* arch_stack_walk*
            save_stack* save_trace* unwind_backtrace* return_address* fail_dump should_fail*
            return_to_handler ftrace_graph_caller ftrace_call ftrace_regs_call might_fault might_resched might_sleep schedule_bug
            warn warn_printk warn_common warn_slowpath_* report_bug fixup_bug handle_bug exc_invalid_op
            asm_exc_invalid_op do_error_trap do_invalid_op invalid_op do_trap do_trap_no_signal handle_invalid_op
            bug_handler bug_brk_handler brk_handler call_break_hook call_el1_break_hook do_debug_exception
            do_el1_brk64 el1_dbg el1_brk64 handle_break do_trap_break report_trap do_undefinstr und_svc
            und_svc_finish program_check_exception program_check_common program_check_common_virt
            do_program_check monitor_event_exception do_pgm_check pgm_check_handler do_bp do_trap_or_bp handle_bp
            handle_bp_int""");

    private static final FunctionNames LOCKS = new FunctionNames("""
            down __down down_read down_write up_read up_write __schedule __schedule_loop schedule context_switch
            __switch_to preempt_schedule_irq schedule_preempt_disabled cpus_read_lock cpus_write_lock
            fs_reclaim_acquire __fs_reclaim_acquire fs_reclaim_release __fs_reclaim_release _raw_* __raw_* mutex_* _mutex_* __mutex_* __ww_mutex_* down_* __down_* _down_*
            rwsem_down_* ww_mutex_* percpu_down_* percpu_up_* spin_lock* spin_trylock* spin_unlock*
            read_lock* read_trylock* read_unlock* write_lock* write_trylock* write_unlock* raw_spin_* queued_*
            do_raw_* schedule_timeout* io_schedule* class_*_constructor class_*_destructor local_lock* local_trylock*
            local_bh_enable* __local_bh_enable* _local_bh_enable* local_bh_disable* __local_bh_disable*
            local_unlock* __local_lock* __local_trylock* __local_unlock* rcu_read_lock* rcu_read_unlock*
            srcu_read_lock* srcu_read_unlock* srcu_lock_sync seqcount_lockdep_reader_access""");

    /** General functions that take a lock on behalf of their caller; often a pseudo lock that stands for waiting. */
    private static final FunctionNames HELPERS = new FunctionNames("""
            flush_work __flush_work flush_workqueue __flush_workqueue flush_delayed_work flush_rcu_work
            start_flush_work drain_workqueue destroy_workqueue touch_wq_lockdep_map touch_work_lockdep_map
            cancel_work_sync cancel_delayed_work_sync __cancel_work_timer __cancel_work_sync cancel_work
            cancel_delayed_work __cancel_work del_timer_sync timer_delete_sync __timer_delete_sync try_to_del_timer_sync
            timer_shutdown_sync wait_for_completion* wait_for_common __wait_for_common __wait_for_completion*
            complete complete_all synchronize_srcu* __synchronize_srcu synchronize_rcu* synchronize_net
            lock_sock lock_sock_nested lock_sock_fast __lock_sock_fast _copy_from_user _copy_to_user _inline_copy_from_user
            _inline_copy_to_user copy_from_user copy_to_user __copy_from_user* __copy_to_user*
            prepare_alloc_pages* alloc_pages* __alloc_pages* __alloc_frozen_pages* alloc_frozen_pages* __get_free_pages*
            get_zeroed_page* slab_pre_alloc_hook* slab_alloc* __slab_alloc* slab_alloc_node* kmem_cache_alloc*
            kmem_cache_zalloc* kmalloc* __kmalloc* ___kmalloc* kzalloc* kcalloc* kvmalloc* __kvmalloc* kvzalloc*
            __do_kmalloc_node* krealloc* __krealloc* kstrdup* kmemdup* might_alloc vmalloc* __vmalloc* vzalloc*
            refcount_dec_and_mutex_lock refcount_dec_and_lock* _refcount_dec_and_lock* _atomic_dec_and_lock*
            atomic_dec_and_mutex_lock atomic_dec_and_lock* __sb_start_write cpuhp_lock_acquire
            mmap_read_lock* mmap_read_trylock* mmap_write_lock* mmap_write_trylock* do_write_seqcount_begin*""");
    /** Lock functions on PREEMPT_RT, where most locks sleep and are built on {@code rt_mutex}. */
    private static final FunctionNames REAL_TIME_LOCKS = new FunctionNames("""
            rt_spin_* rt_read_* rt_write_* rwbase_* __rwbase_* rt_mutex_* __rt_mutex_* __rt_spin_* __rt_read_*
            __rt_write_* ww_rt_mutex_* __ww_rt_mutex_* rtlock_* schedule_rtlock*""");

    private static final FunctionNames ENTRIES = new FunctionNames("""
            kthread worker_thread do_idle rest_init start_kernel start_secondary do_el0_svc invoke_syscall
            el0_svc_common el0_svc smpboot_thread_fn cpu_startup_entry x64_sys_call process_scheduled_works
            ret_to_user ret_fast_syscall handle_exception arch_do_signal_or_restart exit_to_user_mode_loop
            exit_to_user_mode_prepare default_idle_call default_idle arch_cpu_idle pv_native_safe_halt
            common_interrupt __common_interrupt irq_exit_rcu irqentry_exit secondary_start_kernel
            arch_call_rest_init system_call system_call_exception syscall_common do_IRQ handle_irq
            call_with_stack generic_handle_arch_irq __irq_svc __irq_usr do_syscall_* entry_* ret_from_* asm_*
            el0t_* el1h_* sysvec_* __sysvec_* el0_svc_* secondary_startup* common_startup* x86_64_start_*
            syscall_exit_to_* __syscall_exit_to_* do_int80_* do_fast_syscall_* __do_fast_syscall_* system_call_*
            do_trap_ecall_* __primary_switched* kernel_thread_* ia32_sys_call el0_* el1_* el1t_* handle_syscall
            secondary_start* ret_from_exception svc_preempt __dabt_svc __pabt_svc""");

    /** The functions with which a stack may end, as a task, a CPU or an exception enters the kernel there. Some have callers. */
    private static final FunctionNames OUTERMOST = new FunctionNames("""
            entry_* ret_from_fork* ret_from_kernel_* ret_from_syscall ret_from_except* ret_fast_syscall ret_to_user
            secondary_startup* common_startup_64 startup_32_smp asm_exc_* el0t_64_sync el0t_32_sync el0t_64_irq el0_sync el0_svc
            el0_svc_compat el0_svc_naked el0_irq __primary_switched __secondary_switched handle_exception handle_syscall
            syscall_common system_call system_call_common system_call_vectored_common system_call_fastpath tracesys_phase2
            start_here_common start_secondary_prolog smp_start_secondary pgm_check_handler page_fault work_pending
            kernel_entry kernel_thread_helper kernel_thread_exit return_from_SYSCALL_64 new_thread_handler
            swapgs_restore_regs_and_return_to_usermode child_rip startup_continue start_kernel
            start_secondary secondary_start_kernel x86_64_start_kernel i386_start_kernel asm_cpu_bringup_and_idle
            cpu_bringup_and_idle smp_callin smp_bootstrap smpboot_entry""");

    private static final LineCache<FrameRole> ROLES = new LineCache<>(1024, FrameRole::read);

    /** Whether it is the code that the report is about, and not a checker, a lock function or an entry path. */
    public boolean isCode() {
        return this == CODE || this == HELPER;
    }

    /** Whether any stack may contain it, wherever the bug is. */
    public boolean isInternal() {
        return this == TOOL || this == ENTRY;
    }

    /** The role of a frame; {@link #CODE} if the function is in no table. */
    public static FrameRole of(StackFrame frame) {
        if (frame.file() != null && frame.file().contains("instrumented")) {
            return TOOL;
        }
        var role = frame.function() == null ? CODE : ROLES.get(frame.function());
        return role.isCode() && isWrapper(frame) ? LOCKING : role;
    }

    /** A function of a header that is named after a lock only takes or releases it. */
    private static boolean isWrapper(StackFrame frame) {
        return frame.file() != null
                && frame.function() != null
                && HEADER.matches(frame.file())
                && WRAPPER.matches(plainName(frame.function()));
    }

    /** Whether a stack may end with this frame. A frame of user space has an address alone. */
    public static boolean endsStack(StackFrame frame) {
        return frame.function() == null || OUTERMOST.hold(plainName(frame.function()));
    }

    /** The role of a function by name, with or without compiler suffixes. */
    public static FrameRole of(String function) {
        return ROLES.get(function);
    }

    private static FrameRole read(String function) {
        var name = plainName(function);
        if (INSTRUMENTATION.matches(name) || TOOLS.hold(withoutUnderscores(name))) {
            return TOOL;
        }
        if (LOCKS.hold(name) || REAL_TIME_LOCKS.hold(name)) {
            return LOCKING;
        }
        return ENTRIES.hold(name) ? ENTRY : HELPERS.hold(name) ? HELPER : CODE;
    }

    private static String withoutUnderscores(String name) {
        var at = 0;
        while (at < name.length() && name.charAt(at) == '_') {
            at++;
        }
        return name.substring(at);
    }

    /**
     * The frame that made the access of a race: the first, inlined or not, that is no instrumentation. Every place that names
     * the location of an access uses it. Null if the stack has none.
     */
    public static StackFrame ofAccess(List<StackFrame> stack) {
        for (var frame : stack) {
            if (frame.reliable() && frame.function() != null && of(frame) != TOOL) {
                return frame;
            }
        }
        return null;
    }

    /** The name for users: demangled, without compiler suffixes. */
    public static String readableName(String function) {
        return plainName(Demangler.name(function));
    }

    /** The name in the source: without compiler suffixes, and without the leading dot of old ppc64. */
    public static String plainName(String function) {
        var name = function.startsWith(".") ? function.substring(1) : function;
        return name.indexOf('.') < 0 ? name : COPY.matcher(name).replaceFirst("");
    }
}
