package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippedFunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "true, __lock_acquire lockdep_rcu_suspicious _raw_spin_lock_irqsave queued_write_lock "
                + "mutex_lock_nested __mutex_lock_common rt_mutex_schedule down down_write_nested up_read "
                + "lock_sock_nested print_usage_bug valid_state mark_held_locks dump_stack_lvl __warn exc_invalid_op "
                + "asm_exc_trap_trap exc_double_trap __kmalloc_noprof kfree kvfree kcsan_setup_watchpoint "
                + "__might_resched flush_workqueue atomic64_cmpxchg crc32c_le rb_erase",
        "false, toy_down down_toy toy_mutex_ kfree_toy complete_toy toy_trap_all readb_toy crcs iput_toy "
                + "process_one_work __schedule rtnl_lock synchronize_rcu"
    })
    void lockingAndPrintingAreSkippedAndTheirNamesakesAreNot(boolean areSkipped, String functions) {
        for (var function : functions.split(" ")) {
            assertEquals(areSkipped, SkippedFunctions.ALWAYS.skips(function), function);
        }
    }
}
