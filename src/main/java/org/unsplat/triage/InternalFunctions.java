package org.unsplat.triage;

import org.unsplat.classify.LineCache;
import org.unsplat.classify.Regex;
import org.unsplat.grammar.stack.FrameRole;

/**
 * The functions that stand in a stack because a tool looked, not because the bug is there: {@code __tsan_read8},
 * {@code dump_stack_lvl}, {@code print_circular_bug}; and those that every stack ends in. They differ from kernel to
 * kernel while the bug stays the same.
 *
 * <p>Fewer than {@link SkippedFunctions}, which must agree with syzbot: a list function may well be the one that races.
 */
final class InternalFunctions {

    /** Sanitizers and the wrappers of {@code include/linux/instrumented.h} and its kin. */
    private static final Regex INSTRUMENTATION =
            new Regex("_*(?:kcsan|tsan|kasan|asan|hwasan|kmsan|msan|ubsan|sanitizer|instrument)_\\w+"
                    + "|check_memory_region\\w*|__(?:read|write)_once_size\\w*|read_word_at_a_time"
                    + "|(?:raw_|arch_)*atomic(?:64|_long)?_(?:fetch_|try_)?(?:read|set|add|sub|inc|dec|and|andnot|or|xor|xchg|cmpxchg)"
                    + "(?:_\\w+)?"
                    + "|(?:__|arch_)*(?:set|clear|change|test|test_and_set|test_and_clear|test_and_change|assign"
                    + "|xor_unlock_is_negative)_bit(?:_lock|_unlock|_acquire|_unlock_is_negative_byte)?"
                    + "|_*(?:mem(?:cpy|set|move|cmp|chr)|str(?:n?cpy|l?cpy|scpy|n?len|n?cmp|n?cat|chr))(?:_\\w+)?");

    private static final Regex REPORTING = new Regex("_*should_fail\\w*|fail_dump"
            + "|_*(?:dump_stack|show_stack|walk_stack|dump_backtrace|show_regs|stack_trace_save|arch_stack_walk|save_stack"
            + "|save_trace|unwind_backtrace|return_address)\\w*|print_report|report_bug|fixup_bug|handle_bug|exc_invalid_op"
            + "|asm_exc_invalid_op|__warn\\w*|warn_slowpath\\w*|__report_bug|do_error_trap|do_invalid_op|invalid_op");
    private static final Regex LOCKDEP = new Regex(
            "_*(?:lock_acquire|lock_release|lock_acquired|lock_contended|lock_set_class|lock_downgrade|lockdep_\\w+"
                    + "|validate_chain|check_(?:noncircular|deadlock|prev_add|prevs_add|irq_usage|usage\\w*|wait_context"
                    + "|chain_key|flags|path)|mark_(?:lock|usage|held_locks|lock_irq)|print_\\w*(?:bug|warning|lock)\\w*"
                    + "|debug_check_no_locks_\\w+|debug_mutex_\\w+|valid_state|register_lock_class|reacquire_held_locks"
                    + "|trace_(?:hard|soft)irqs_\\w+|look_up_lock_class|lock_is_held_type|report_exclusive_\\w+"
                    + "|assign_lock_key|is_dynamic_key|static_obj|(?:lookup|add)_chain_cache\\w*|check_no_collision"
                    + "|check_lock_(?:unaccessed|chain_key)|check_data_structures|bfs(?:_\\w+)?|find_usage_\\w+"
                    + "|(?:find|match)_held_lock|add_lock_to_list|lock_sync|lock_(?:re|un)?pin_lock)");
    private static final Regex ENTRY = new Regex(
            "ret_from_fork\\w*|ret_to_user\\w*|ret_fast_syscall|kthread|kernel_thread_\\w+|entry_\\w+|do_syscall_\\w+"
                    + "|x64_sys_call|ia32_sys_call|el0t?_\\w+|el0|el1h?_\\w+|invoke_syscall|system_call\\w*|handle_syscall"
                    + "|syscall_common|secondary_start\\w*|start_secondary|handle_exception|ret_from_exception|asm_\\w+|sysvec_\\w+");

    private static final LineCache<Sort> SORTS = new LineCache<>(1024, InternalFunctions::sort);

    private enum Sort {
        INSTRUMENTATION,
        FRAMEWORK,
        CODE
    }

    private InternalFunctions() {}

    private static Sort sort(String function) {
        if (INSTRUMENTATION.matches(function) || REPORTING.matches(function)) {
            return Sort.INSTRUMENTATION;
        }
        return LOCKDEP.matches(function) || ENTRY.matches(function) ? Sort.FRAMEWORK : Sort.CODE;
    }

    /** Whether it stands between a race and the function that races. */
    static boolean isInstrumentation(String function) {
        return SORTS.get(function) == Sort.INSTRUMENTATION;
    }

    /** Whether it says nothing of where a bug with locks is: neither do the functions that take them. */
    static boolean isInternalToLocks(String function) {
        return isInternal(function) || SkippedFunctions.ALWAYS.skips(function) || FrameRole.isRealTimeLock(function);
    }

    /** Whether it says nothing of where a bug is. */
    static boolean isInternal(String function) {
        return SORTS.get(function) != Sort.CODE;
    }
}
