package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions are there for, by the names that the kernel has given them over the years. */
class FrameRoleTest {

    @ParameterizedTest
    @CsvSource({
        "TOOL, __lock_acquire __lock_acquire.isra.3 .lock_acquire __warn.cold.14 rcu_lock_acquire "
                + "__sanitizer_cov_trace_pc is_dynamic_key verify_lock_unused debug_show_all_locks asm_exc_invalid_op "
                + "do_error_trap bug_handler el1_brk64 atomic_inc_return",
        "LOCKING, down rwsem_down_write_slowpath ._raw_spin_lock spin_trylock mutex_lock_nested "
                + "class_raw_spinlock_irqsave_constructor local_lock_acquire rt_spin_lock rt_write_lock_nested "
                + "rwbase_write_lock rtlock_slowlock_locked schedule_rtlock __ww_rt_mutex_lock ww_rt_mutex_unlock "
                + "__local_bh_enable_ip local_bh_disable rcu_read_unlock schedule_preempt_disabled",
        "ENTRY, svc_preempt kthread do_syscall_64 .do_idle",
        "CODE, svc_recv inode_lock_shared __rt_toy class_create __lock_sock __lock_page "
                + "__warn_flushing_systemwide_wq downgrade_write_x mmap_region bfs_fill_super lkt_m_ab",
        "HELPER, __flush_work touch_wq_lockdep_map __sb_start_write mmap_read_lock_killable "
                + "do_write_seqcount_begin_nested cpuhp_lock_acquire kmem_cache_alloc_noprof _copy_from_user "
                + "__wait_for_common _atomic_dec_and_lock atomic_dec_and_mutex_lock"
    })
    void of(FrameRole role, String functions) {
        for (var function : functions.split(" ")) {
            assertEquals(
                    role, FrameRole.of(FrameLine.parse(function + "+0x1/0x2").build()), function);
        }
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
