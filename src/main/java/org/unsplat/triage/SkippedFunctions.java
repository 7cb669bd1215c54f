package org.unsplat.triage;

import java.util.List;
import org.unsplat.classify.LineCache;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.StackFrame;

/**
 * The functions that never name a bug, because their caller is at fault: {@code lock_acquire}, {@code dump_stack},
 * {@code memcpy}. They are those that syzbot skips (syzkaller, {@code pkg/report/linux.go}), so that a {@link Title} agrees with
 * syzbot's. Add only what syzbot adds.
 *
 * <p>A word matches anywhere in a function's name; {@code ^} anchors it to the beginning, {@code $} to the end. Names are
 * compared without compiler suffixes and with syscall prefixes.
 */
final class SkippedFunctions {

    private static final int STARTS = 512;

    /** Skipped in every report. */
    static final SkippedFunctions ALWAYS = new SkippedFunctions(
            new Word[STARTS],
            // lockdep, and functions that print its reports
            "lockdep lock_acquire lock_release lock_class mark_lock reacquire_held_locks mark_held_locks print_unlock",
            "imbalance_bug print_usage_bug valid_state trace_hardirq trace_softirq print_report print_tainted",
            "^get_taint$ show_stack dump_stack walk_stack dump_backtrace stack_trace_save arch_stack_walk",
            "stack_trace_consume_entry perf_trace",
            // locks
            "spin_lock spin_trylock spin_unlock raw_spin_rq read_lock read_trylock read_unlock write_lock",
            "write_trylock write_unlock ^down$ down_read down_write down_trylock up_read up_write ^mutex_ ^__mutex_ ^_mutex_ ^unwind_backtrace$",
            "^rt_mutex_ owner_on_cpu osq_lock osq_unlock lock_sock release_sock ^lock_page ^unlock_page",
            "lock_timer_base bh_enable bh_disable seqprop_assert",
            // sanitizers and other checks
            "__sanitizer __asan kasan hwasan __msan kmsan kcsan_setup_watchpoint check_memory_region",
            "check_heap_object check_object read_word_at_a_time _once_size_nocheck _once_word_nocheck",
            "print_address_description debug_object timer_is_static_object work_is_static_object might_fault",
            "might_sleep __might_resched assertfail __phys_addr __fortify_report",
            // warnings, traps and faults
            "panic invalid_op report_bug fixup_bug do_error _trap$ do_trap warn_slowpath warn_alloc warn_bogus __warn",
            "program_check_exception program_check_common do_kernel_fault do_translation_fault do_mem_abort el1_abort",
            "el1h_64_sync _indirect_thunk_",
            // memory and pages
            "malloc zalloc calloc krealloc kmem_cache allocate_slab slab_ alloc_page __alloc_frozen_pages_noprof",
            "folio_alloc folio_unlock filemap_alloc_folio __filemap_get_folio find_or_create_page do_read_cache_folio",
            "read_cache_page pagecache_get_page grab_cache_page_write_begin ^kfree$ ^kvfree$ kfree_skb",
            "find_lock_entries truncate_inode_pages_range",
            // atomics, counters and bits
            "atomic_dec atomic_inc atomic_read atomic_set atomic_or atomic_xor atomic_and atomic_add atomic_sub",
            "atomic_fetch atomic_xchg atomic_cmpxchg atomic_try atomic64_dec atomic64_inc atomic64_read atomic64_set",
            "atomic64_or atomic64_xor atomic64_and atomic64_add atomic64_sub atomic64_fetch atomic64_xchg",
            "atomic64_cmpxchg atomic64_try set_bit clear_bit change_bit test_bit ^refcount_ ^kref_ ref_tracker",
            // copying, strings and printing
            "memcpy memcmp memset memchr memmove memdup strcmp strncmp strcpy strlcpy strncpy strscpy strlen strstr",
            "strnstr strnlen strchr strdup strndup copy_to_user copy_from_user copy_to_iter copy_from_iter",
            "copy_page_to_iter copy_page_from_iter copy_folio_to_iter ^copyin$ ^copyout$ put_user get_user",
            "extract_user_to_sg extract_iter_to_sg string pointer snprintf scnprintf kasprintf kvasprintf printk",
            "va_format hex_dump_to_buffer print_hex_dump dev_info dev_notice dev_warn dev_err dev_alert dev_crit",
            "dev_emerg",
            // input and output, checksums
            "readb$ readw$ readl$ readq$ writeb$ writew$ writel$ writeq$ logic_in logic_out ^crc0 ^crc1 ^crc2 ^crc3",
            "^crc4 ^crc5 ^crc6 ^crc7 ^crc8 ^crc9 crc_itu_t",
            // lists and trees
            "list_add list_del list_replace list_move list_splice ^rb_ ^__rb_ ^klist_ xas_start xas_load xas_find",
            "rhashtable_lookup ida_free",
            // waiting, timers and work
            "__wake_up ^complete$ wait_for_completion finish_wait kthread_stop del_timer __timer_delete_sync",
            "__mod_timer sk_stop_timer_sync flush_work __cancel_work_timer cancel_work_sync try_to_grab_pending",
            "drain_workqueue destroy_workqueue queue_work insert_work __queue_delayed_work queue_delayed_work_on",
            "cleanup_srcu_struct",
            // objects and devices
            "kobject_ add_uevent_var get_device_parent device_add device_del device_unregister device_destroy",
            "device_release ^put_device$ devres_release_all hwrng_unregister i2c_del_adapter __unregister_client",
            "device_for_each_child rollback_registered unregister_netdev sysfs_remove device_remove_file",
            "tty_unregister_device dummy_urb_enqueue usb_kill_urb usb_kill_anchored_urbs usb_control_msg",
            "usb_hcd_submit_urb usb_submit_urb ^iput$ ^iput_final$ ^ihold$ drop_nlink dput");

    /** Work items have lockdep maps of their own, and this function takes them for every item. */
    static final SkippedFunctions IN_CIRCLE = ALWAYS.and("process_one_work");

    static final SkippedFunctions IN_RCU = ALWAYS.and("rcu kmem slab");

    static final SkippedFunctions IN_KEY = ALWAYS.and("stack lock IRQ");

    static final SkippedFunctions IN_SCHEDULE = ALWAYS.and("schedule");

    static final SkippedFunctions IN_SPINLOCK = ALWAYS.and("spin_ _lock _unlock");

    /** Functions in the stack of every hung task. */
    static final SkippedFunctions IN_HANG = ALWAYS.and("sched _lock _slowlock down rwsem completion kthread wait"
            + " synchronize context_switch __switch_to cancel_delayed_work rcu_barrier");

    /** By the hash of their first two letters, so that almost no word is compared with a name. */
    private final Word[] words;

    private final LineCache<Boolean> known = new LineCache<>(1024, this::isListed);

    private SkippedFunctions(Word[] words, String... lines) {
        this.words = words;
        for (var line : lines) {
            for (var written : line.split(" ")) {
                add(written);
            }
        }
    }

    private SkippedFunctions and(String more) {
        return new SkippedFunctions(words.clone(), more);
    }

    private void add(String written) {
        var first = written.startsWith("^");
        var last = written.endsWith("$");
        var text = written.substring(first ? 1 : 0, written.length() - (last ? 1 : 0));
        words[start(text, 0)] = new Word(text, first, last, words[start(text, 0)]);
    }

    boolean skips(String function) {
        return known.get(function);
    }

    private boolean isListed(String function) {
        for (var at = 0; at < function.length() - 1; at++) {
            for (var word = words[start(function, at)]; word != null; word = word.next) {
                if (word.isAt(at, function)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int start(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) % STARTS;
    }

    /**
     * A word and where it must occur. There are no regexes, because many frames of a report are checked.
     *
     * @param next the next word in the same slot
     */
    private record Word(String text, boolean first, boolean last, Word next) {

        boolean isAt(int at, String function) {
            return function.startsWith(text, at)
                    && (!first || at == 0)
                    && (!last || at + text.length() == function.length());
        }
    }

    /** Whether a function says nothing about where a lock bug is; functions that take locks do not either. */
    static boolean saysNothingOfLocks(String function) {
        return !FrameRole.of(function).isCode() || ALWAYS.skips(function);
    }

    /** The first function of a stack that is neither skipped nor a checker, helper or lock function; null if there is none. */
    String firstOther(List<StackFrame> frames) {
        for (var frame : frames) {
            var name = FunctionName.of(frame);
            if (name != null && FrameRole.of(name) == FrameRole.CODE && !skips(name)) {
                return name;
            }
        }
        return null;
    }
}
