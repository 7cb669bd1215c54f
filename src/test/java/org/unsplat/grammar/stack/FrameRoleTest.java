package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions are there for, by the names that the kernel has given them over the years. */
class FrameRoleTest {

    @ParameterizedTest
    @CsvSource({
        "__lock_acquire, TOOL",
        "__lock_acquire.isra.3, TOOL",
        ".lock_acquire, TOOL",
        "__warn.cold.14, TOOL",
        "rcu_lock_acquire, TOOL",
        "__sanitizer_cov_trace_pc, TOOL",
        "down, LOCKING",
        "rwsem_down_write_slowpath, LOCKING",
        "._raw_spin_lock, LOCKING",
        "spin_trylock, LOCKING",
        "mutex_lock_nested, LOCKING",
        "class_raw_spinlock_irqsave_constructor, LOCKING",
        "local_lock_acquire, LOCKING",
        "rt_spin_lock, LOCKING",
        "rt_write_lock_nested, LOCKING",
        "rwbase_write_lock, LOCKING",
        "rtlock_slowlock_locked, LOCKING",
        "schedule_rtlock, LOCKING",
        "is_dynamic_key, TOOL",
        "verify_lock_unused, TOOL",
        "debug_show_all_locks, TOOL",
        "__ww_rt_mutex_lock, LOCKING",
        "ww_rt_mutex_unlock, LOCKING",
        "__local_bh_enable_ip, LOCKING",
        "local_bh_disable, LOCKING",
        "svc_preempt, ENTRY",
        "svc_recv, CODE",
        "inode_lock_shared, CODE",
        "__rt_toy, CODE",
        "class_create, CODE",
        "kthread, ENTRY",
        "do_syscall_64, ENTRY",
        ".do_idle, ENTRY",
        "__lock_sock, CODE",
        "__lock_page, CODE",
        "__warn_flushing_systemwide_wq, CODE",
        "downgrade_write_x, CODE",
        "__flush_work, HELPER",
        "touch_wq_lockdep_map, HELPER",
        "__sb_start_write, HELPER",
        "mmap_read_lock_killable, HELPER",
        "do_write_seqcount_begin_nested, HELPER",
        "cpuhp_lock_acquire, HELPER",
        "mmap_region, CODE",
        "kmem_cache_alloc_noprof, HELPER",
        "_copy_from_user, HELPER",
        "__wait_for_common, HELPER",
        "_atomic_dec_and_lock, HELPER",
        "atomic_dec_and_mutex_lock, HELPER",
        "rcu_read_unlock, LOCKING",
        "schedule_preempt_disabled, LOCKING",
        "asm_exc_invalid_op, TOOL",
        "do_error_trap, TOOL",
        "bug_handler, TOOL",
        "el1_brk64, TOOL",
        "atomic_inc_return, TOOL",
        "bfs_fill_super, CODE",
        "lkt_m_ab, CODE"
    })
    void of(String function, FrameRole role) {
        assertEquals(role, FrameRole.of(FrameLine.parse(function + "+0x1/0x2").build()));
    }

    /** A header's function of such a name is a wrapper; one of a source file may be code of its own. */
    @ParameterizedTest
    @CsvSource({
        "inode_lock_shared, ./include/linux/fs.h, LOCKING",
        "__sb_start_write, include/linux/fs/super.h, LOCKING",
        "mmap_read_lock_killable, include/linux/mmap_lock.h, LOCKING",
        "vma_start_write, include/linux/mmap_lock.h, LOCKING",
        "inode_unlock, include/linux/fs.h, LOCKING",
        "inode_lock_shared, fs/inode.c, CODE",
        "bdev_block_size, include/linux/blkdev.h, CODE",
        "ktime_get_clock, include/linux/toy.h, CODE",
        "pte_lockptr, include/linux/mm.h, CODE"
    })
    void ofHeaders(String function, String file, FrameRole role) {
        assertEquals(role, FrameRole.of(Symbol.frame(function + " " + file + ":12 [inline]")));
    }
}
