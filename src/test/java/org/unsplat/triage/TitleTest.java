package org.unsplat.triage;

import static org.unsplat.triage.ReportFixture.assertRaceTitle;

import java.util.List;
import org.junit.jupiter.api.Test;

class TitleTest {

    private static final String CIRCULAR = "WARNING: possible circular locking dependency detected";

    private static ReportFixture circular() {
        return new ReportFixture("lockdep-circular-dependency", CIRCULAR);
    }

    private static ReportFixture heldLocks(String headline) {
        return new ReportFixture("lockdep-held-locks", headline);
    }

    @Test
    void racesAreCalledWhatTheKernelCallsThem() {
        assertRaceTitle(
                "KCSAN: data-race in toy_get / toy_put",
                "BUG: KCSAN: data-race in toy_get / toy_put",
                "toy_get",
                "toy_put");
        assertRaceTitle(
                "KCSAN: data-race in toy_get [toy] / toy_put [toy]",
                "BUG: KCSAN: data-race in toy_get [toy] / toy_put [toy]",
                "toy_get",
                "toy_put");
        assertRaceTitle("KCSAN: data-race in toy_get", "BUG: KCSAN: data-race in toy_get+0x5d/0x1c0", "toy_get");
        assertRaceTitle("KCSAN: racing read in toy_get", "BUG: KCSAN: racing read in toy_get+0xa8/0x180", "toy_get");
    }

    @Test
    void namesOfRustAndCppAreDemangled() {
        circular().acquiring("_Z8fakeNameiii").assertTitle("possible deadlock in fakeName");
        circular()
                .acquiring("_RNvXCsktjF9JQNZ8U_5rnullNtB2_13NullBlkModuleNtCs43vyB533jt3_6kernel"
                        + "13InPlaceModule4init.llvm.77")
                .assertTitle("possible deadlock in <rnull::NullBlkModule as kernel::InPlaceModule>::init");
        circular().acquiring("toy[1a2b3c]::run::h0123456789abcdef").assertTitle("possible deadlock in toy::run");
        assertRaceTitle(
                "KCSAN: data-race in toy::run [toy] / toy_put [toy]",
                "BUG: KCSAN: data-race in _RNvC3toy3run [toy] / toy_put [toy]",
                "_RNvC3toy3run",
                "toy_put");
        assertRaceTitle("KCSAN: data-race in toy::run / toy_put", null, "_ZN3toy3run17h0123456789abcdefE", "toy_put");
    }

    @Test
    void symbolisedRaceHeadsAreReplacedByTheirFunctions() {
        assertRaceTitle(
                "KCSAN: data-race in toy_get",
                "BUG: KCSAN: data-race in toy_lookup drivers/toy/toy.c:8 [inline]",
                "toy_get");
        assertRaceTitle("KCSAN: data-race in toy_get", null, "toy_get");
        assertRaceTitle("KCSAN: data-race", null);
    }

    @Test
    void circlesAreNamedByTheFirstCandidateOfPlacesAndChain() {
        circular().acquiring("toy_open").holding("toy_ioctl").assertTitle("possible deadlock in toy_open");
        circular()
                .acquiring("lock_sock_nested")
                .holding("toy_ioctl.constprop.0")
                .assertTitle("possible deadlock in toy_ioctl");
        circular()
                .acquiring("__flush_work")
                .holding("process_one_work")
                .link("lock_acquire", "__mutex_lock", "process_one_work", "toy_flush")
                .link("toy_open")
                .assertTitle("possible deadlock in toy_flush");
        circular().assertTitle("possible deadlock in corrupted");
    }

    @Test
    void placesOfSentencesAreTakenAsTheyAre() {
        new ReportFixture("lockdep-recursive-locking", "WARNING: possible recursive locking detected")
                .acquiring("down_read")
                .assertTitle("possible deadlock in down_read");
        new ReportFixture("lockdep-irq-inversion", "WARNING: possible irq lock inversion dependency detected")
                .acquiring("__sys_toy.part.0")
                .assertTitle("possible deadlock in __sys_toy");
        new ReportFixture("lockdep-circular-dependency", "[ INFO: possible circular locking dependency detected ]")
                .acquiring("down_read")
                .assertTitle("possible deadlock in down_read");
    }

    @Test
    void missingPlacesLeaveTheKernelsLine() {
        new ReportFixture("lockdep-recursive-locking", "[ INFO: possible recursive locking detected ]")
                .assertTitle("INFO: possible recursive locking detected ]");
        new ReportFixture("lockdep-suspicious-rcu", "WARNING: suspicious RCU usage")
                .backtrace("toy_get")
                .assertTitle("WARNING: suspicious RCU usage");
        new ReportFixture("lockdep-unknown", null).assertTitle("lockdep-unknown");
    }

    @Test
    void irqOrderIsNamedByTheStackThatMadeTheLockSafe() {
        var order =
                new ReportFixture("lockdep-irq-order", "WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected");
        order.acquiring("toy_open")
                .safe("lock_acquire", "_raw_spin_lock_irqsave", "toy_interrupt")
                .unsafe("toy_poll")
                .assertTitle("possible deadlock in toy_interrupt");
        new ReportFixture("lockdep-irq-order", "[ INFO: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected ]")
                .acquiring("toy_open")
                .assertTitle("possible deadlock in toy_open");
    }

    @Test
    void inconsistentStateIsNamedByItsBacktraceFromTheNewHeadsOn() {
        new ReportFixture("lockdep-inconsistent-state", "WARNING: inconsistent lock state")
                .acquiring("_raw_spin_lock")
                .backtrace("dump_stack_lvl", "valid_state", "mark_lock_irq", "_raw_spin_lock", "toy_poll")
                .assertTitle("inconsistent lock state in toy_poll");
        new ReportFixture("lockdep-inconsistent-state", "[ INFO: inconsistent lock state ]")
                .acquiring("_raw_spin_lock")
                .backtrace("toy_poll")
                .assertTitle("inconsistent lock state in _raw_spin_lock");
    }

    @Test
    void locksThatShouldNotBeHeldAreNamedByTheirPlaces() {
        new ReportFixture("lockdep-held-lock-freed", "WARNING: held lock freed!")
                .acquiring("toy_lock_it")
                .held("toy_open")
                .assertTitle("WARNING: held lock freed in toy_lock_it");
        new ReportFixture("lockdep-held-lock-freed", "[ BUG: held lock freed! ]")
                .held("toy_open")
                .assertTitle("BUG: held lock freed in toy_open");
        new ReportFixture("lockdep-held-at-exit", "WARNING: toy/7 still has locks held!")
                .held("toy_open", "toy_ioctl")
                .assertTitle("WARNING: still has locks held in toy_open");
        new ReportFixture("lockdep-held-on-user-return", "WARNING: lock held when returning to user space!")
                .held("toy_write")
                .assertTitle("WARNING: lock held when returning to user space in toy_write");
    }

    @Test
    void unlocksAreNamedByTheReleaseOrWhoCalledIt() {
        var unlock = new ReportFixture("lockdep-bad-unlock-balance", "[ BUG: bad unlock balance detected! ]");
        unlock.acquiring("up_write")
                .backtrace("dump_stack", "print_unlock_imbalance_bug", "toy_close")
                .assertTitle("BUG: bad unlock balance in toy_close");
        new ReportFixture("lockdep-bad-unlock-balance", "WARNING: bad unlock balance detected!")
                .acquiring("toy_release")
                .assertTitle("WARNING: bad unlock balance in toy_release");
    }

    @Test
    void theOthersAreNamedByTheirBacktrace() {
        new ReportFixture("lockdep-invalid-wait-context", "[ BUG: Invalid wait context ]")
                .acquiring("toy_open")
                .backtrace("__lock_acquire", "toy_timer")
                .assertTitle("WARNING: locking bug in toy_timer");
        new ReportFixture("lockdep-suspicious-rcu", "WARNING: suspicious RCU usage")
                .rcu()
                .backtrace("lockdep_rcu_suspicious", "toy_rcu_head", "toy_slab", "toy_get")
                .assertTitle("WARNING: suspicious RCU usage in toy_get");
        new ReportFixture("lockdep-suspicious-rcu", "[ INFO: suspicious RCU usage. ]")
                .rcu()
                .assertTitle("INFO: suspicious RCU usage in corrupted");
        new ReportFixture("lockdep-non-static-key", "INFO: trying to register non-static key.")
                .backtrace("assign_lock_key", "toy_lock", "toy_probe")
                .assertTitle("INFO: trying to register non-static key in toy_probe");
        new ReportFixture("lockdep-nested-lock-not-taken", "WARNING: Nested lock was not taken")
                .backtrace("__lock_acquire", "toy_move")
                .assertTitle("WARNING: nested lock was not taken in toy_move");
    }

    @Test
    void warningsOfLockdepAreLockingBugsWhereALockFunctionWarns() {
        new ReportFixture("lockdep-internal", "WARNING: CPU: 1 PID: 9 at kernel/locking/lockdep.c:2 lock_pin+0x5/0x9")
                .warning("__lock_acquire", "kernel/locking/lockdep.c")
                .backtrace("lock_acquire", "toy_open")
                .assertTitle("WARNING: locking bug in toy_open");
        new ReportFixture("lockdep-internal", "DEBUG_LOCKS_WARN_ON(1)")
                .warning("hlock_class", "kernel/locking/lockdep.c")
                .backtrace("toy_open")
                .assertTitle("WARNING: locking bug in toy_open");
        new ReportFixture("lockdep-internal", "WARNING: kernel/locking/lockdep.c:55 at check_toy+0x1/0x2, CPU#1: toy/8")
                .warning("check_toy", "kernel/locking/lockdep.c")
                .backtrace("toy_open")
                .assertTitle("WARNING in check_toy");
        new ReportFixture("lockdep-internal", "WARNING: chain_key collision")
                .backtrace("toy_open")
                .assertTitle("WARNING: chain_key collision");
    }

    @Test
    void limitsKeepTheKernelsLine() {
        new ReportFixture("lockdep-limit", "BUG: MAX_LOCK_DEPTH too low!")
                .backtrace("toy_open")
                .assertTitle("BUG: MAX_LOCK_DEPTH too low!");
        new ReportFixture("lockdep-invalid-subclass", "BUG: looking up invalid subclass: 9")
                .assertTitle("BUG: looking up invalid subclass: NUM");
        new ReportFixture("lockdep-bad-contention", "WARNING: bad contention detected!")
                .acquiring("toy_open")
                .assertTitle("WARNING: bad contention detected!");
    }

    @Test
    void heldLocksAreCalledAfterTheBugThatListsThem() {
        heldLocks("BUG: sleeping function called from invalid context at mm/toy.c:3")
                .backtrace("dump_stack_lvl", "__might_resched", "mutex_lock_nested", "toy_irq")
                .assertTitle("BUG: sleeping function called from invalid context in toy_irq");
        heldLocks("BUG: scheduling while atomic: toy/7/0x00000002")
                .backtrace("dump_stack", "__schedule_bug", "__schedule", "__x64_nap")
                .assertTitle("BUG: scheduling while atomic in nap");
        heldLocks("INFO: task toy:7 can't die for more than 143 seconds.")
                .backtrace("schedule", "toy_wait")
                .assertTitle("INFO: task can't die in toy_wait");
        heldLocks("BUG: spinlock bad magic on CPU#1, toy/7")
                .backtrace("spin_bug", "toy_open")
                .assertTitle("BUG: spinlock bad magic in toy_open");
        heldLocks("sysrq: Show Locks Held").assertTitle("sysrq: Show Locks Held");
    }

    @Test
    void hungTasksAreNamedByWhatTheyDoNotJustWaitIn() {
        String headline = "INFO: task toy:7 blocked for more than 10 seconds.";
        heldLocks(headline)
                .backtrace("context_switch", "__schedule", "schedule_timeout", "wait_on_toy", "toy_read")
                .assertTitle("INFO: task hung in toy_read");
        heldLocks(headline)
                .backtrace("__schedule", "rtnl_lock", "toy_read")
                .assertTitle("INFO: task hung in rtnl_lock");
        heldLocks(headline)
                .backtrace("__schedule", "synchronize_srcu_toy", "toy_read")
                .assertTitle("INFO: task hung in synchronize_rcu");
        heldLocks(headline).backtrace("__schedule").assertTitle("INFO: task hung in corrupted");
    }

    @Test
    void leakingWorkIsNamedInBothWordings() {
        heldLocks("BUG: workqueue leaked lock or atomic: kworker/0:2/0x00000000/434")
                .before("     last function: toy_work")
                .assertTitle("BUG: workqueue leaked lock or atomic in toy_work");
        heldLocks("BUG: workqueue leaked atomic, lock or RCU: kworker/0:0[8]")
                .before("     preempt=0x00000000 lock=0->1 RCU=0->0 workfn=toy_work [toy]")
                .assertTitle("BUG: workqueue leaked lock or atomic in toy_work");
    }

    @Test
    void framesThatARawLogWouldNotShowDoNotCount() {
        var wait = new ReportFixture("lockdep-invalid-wait-context", "[ BUG: Invalid wait context ]");
        wait.backtrace("? toy_stale", "toy_inlined [inline]", "toy_open")
                .assertTitle("WARNING: locking bug in toy_open");
        wait.backtrace("should_fail.isra.3", "toy_open").assertTitle("WARNING: locking bug in corrupted");
        var arm = ReportFixture.frame("toy_open", null, false, true, null, "toy_callee");
        wait.backtrace(List.of(arm)).assertTitle("WARNING: locking bug in toy_callee");
        var powerpc = ReportFixture.frame("toy_stale", null, false, true, "unreliable", null);
        wait.backtrace(List.of(powerpc)).assertTitle("WARNING: locking bug in corrupted");
        wait.backtrace(".toy_open").assertTitle("WARNING: locking bug in toy_open");
    }
}
