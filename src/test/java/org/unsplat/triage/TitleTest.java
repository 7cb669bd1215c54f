package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(
                "KCSAN: data-race in toy_get / toy_put",
                Title.of(ReportFixture.race("BUG: KCSAN: data-race in toy_get / toy_put", "toy_get", "toy_put")));
        assertEquals(
                "KCSAN: data-race in toy_get [toy] / toy_put [toy]",
                Title.of(ReportFixture.race(
                        "BUG: KCSAN: data-race in toy_get [toy] / toy_put [toy]", "toy_get", "toy_put")));
        assertEquals(
                "KCSAN: data-race in toy_get",
                Title.of(ReportFixture.race("BUG: KCSAN: data-race in toy_get+0x5d/0x1c0", "toy_get")));
        assertEquals(
                "KCSAN: racing read in toy_get",
                Title.of(ReportFixture.race("BUG: KCSAN: racing read in toy_get+0xa8/0x180", "toy_get")));
    }

    @Test
    void namesOfRustAndCppAreDemangled() {
        assertEquals(
                "possible deadlock in fakeName",
                circular().acquiring("_Z8fakeNameiii").title());
        assertEquals(
                "possible deadlock in <rnull::NullBlkModule as kernel::InPlaceModule>::init",
                circular()
                        .acquiring("_RNvXCsktjF9JQNZ8U_5rnullNtB2_13NullBlkModuleNtCs43vyB533jt3_6kernel"
                                + "13InPlaceModule4init.llvm.77")
                        .title());
        assertEquals(
                "possible deadlock in toy::run",
                circular().acquiring("toy[1a2b3c]::run::h0123456789abcdef").title());
        assertEquals(
                "KCSAN: data-race in toy::run [toy] / toy_put [toy]",
                Title.of(ReportFixture.race(
                        "BUG: KCSAN: data-race in _RNvC3toy3run [toy] / toy_put [toy]", "_RNvC3toy3run", "toy_put")));
        assertEquals(
                "KCSAN: data-race in toy::run / toy_put",
                Title.of(ReportFixture.race(null, "_ZN3toy3run17h0123456789abcdefE", "toy_put")));
    }

    @Test
    void symbolisedRaceHeadsAreReplacedByTheirFunctions() {
        assertEquals(
                "KCSAN: data-race in toy_get",
                Title.of(ReportFixture.race(
                        "BUG: KCSAN: data-race in toy_lookup drivers/toy/toy.c:8 [inline]", "toy_get")));
        assertEquals("KCSAN: data-race in toy_get", Title.of(ReportFixture.race(null, "toy_get")));
        assertEquals("KCSAN: data-race", Title.of(ReportFixture.race(null)));
    }

    @Test
    void circlesAreNamedByTheFirstCandidateOfPlacesAndChain() {
        assertEquals(
                "possible deadlock in toy_open",
                circular().acquiring("toy_open").holding("toy_ioctl").title());
        assertEquals(
                "possible deadlock in toy_ioctl",
                circular()
                        .acquiring("lock_sock_nested")
                        .holding("toy_ioctl.constprop.0")
                        .title());
        assertEquals(
                "possible deadlock in toy_flush",
                circular()
                        .acquiring("__flush_work")
                        .holding("process_one_work")
                        .link("lock_acquire", "__mutex_lock", "process_one_work", "toy_flush")
                        .link("toy_open")
                        .title());
        assertEquals("possible deadlock in corrupted", circular().title());
    }

    @Test
    void placesOfSentencesAreTakenAsTheyAre() {
        assertEquals(
                "possible deadlock in down_read",
                new ReportFixture("lockdep-recursive-locking", "WARNING: possible recursive locking detected")
                        .acquiring("down_read")
                        .title());
        assertEquals(
                "possible deadlock in __sys_toy",
                new ReportFixture("lockdep-irq-inversion", "WARNING: possible irq lock inversion dependency detected")
                        .acquiring("__sys_toy.part.0")
                        .title());
        assertEquals(
                "possible deadlock in down_read",
                new ReportFixture(
                                "lockdep-circular-dependency",
                                "[ INFO: possible circular locking dependency detected ]")
                        .acquiring("down_read")
                        .title());
    }

    @Test
    void missingPlacesLeaveTheKernelsLine() {
        assertEquals(
                "INFO: possible recursive locking detected ]",
                new ReportFixture("lockdep-recursive-locking", "[ INFO: possible recursive locking detected ]")
                        .title());
        assertEquals(
                "WARNING: suspicious RCU usage",
                new ReportFixture("lockdep-suspicious-rcu", "WARNING: suspicious RCU usage")
                        .backtrace("toy_get")
                        .title());
        assertEquals("lockdep-unknown", new ReportFixture("lockdep-unknown", null).title());
    }

    @Test
    void irqOrderIsNamedByTheStackThatMadeTheLockSafe() {
        var order =
                new ReportFixture("lockdep-irq-order", "WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected");
        assertEquals(
                "possible deadlock in toy_interrupt",
                order.acquiring("toy_open")
                        .safe("lock_acquire", "_raw_spin_lock_irqsave", "toy_interrupt")
                        .unsafe("toy_poll")
                        .title());
        assertEquals(
                "possible deadlock in toy_open",
                new ReportFixture("lockdep-irq-order", "[ INFO: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected ]")
                        .acquiring("toy_open")
                        .title());
    }

    @Test
    void inconsistentStateIsNamedByItsBacktraceFromTheNewHeadsOn() {
        assertEquals(
                "inconsistent lock state in toy_poll",
                new ReportFixture("lockdep-inconsistent-state", "WARNING: inconsistent lock state")
                        .acquiring("_raw_spin_lock")
                        .backtrace("dump_stack_lvl", "valid_state", "mark_lock_irq", "_raw_spin_lock", "toy_poll")
                        .title());
        assertEquals(
                "inconsistent lock state in _raw_spin_lock",
                new ReportFixture("lockdep-inconsistent-state", "[ INFO: inconsistent lock state ]")
                        .acquiring("_raw_spin_lock")
                        .backtrace("toy_poll")
                        .title());
    }

    @Test
    void locksThatShouldNotBeHeldAreNamedByTheirPlaces() {
        assertEquals(
                "WARNING: held lock freed in toy_lock_it",
                new ReportFixture("lockdep-held-lock-freed", "WARNING: held lock freed!")
                        .acquiring("toy_lock_it")
                        .held("toy_open")
                        .title());
        assertEquals(
                "BUG: held lock freed in toy_open",
                new ReportFixture("lockdep-held-lock-freed", "[ BUG: held lock freed! ]")
                        .held("toy_open")
                        .title());
        assertEquals(
                "WARNING: still has locks held in toy_open",
                new ReportFixture("lockdep-held-at-exit", "WARNING: toy/7 still has locks held!")
                        .held("toy_open", "toy_ioctl")
                        .title());
        assertEquals(
                "WARNING: lock held when returning to user space in toy_write",
                new ReportFixture("lockdep-held-on-user-return", "WARNING: lock held when returning to user space!")
                        .held("toy_write")
                        .title());
    }

    @Test
    void unlocksAreNamedByTheReleaseOrWhoCalledIt() {
        var unlock = new ReportFixture("lockdep-bad-unlock-balance", "[ BUG: bad unlock balance detected! ]");
        assertEquals(
                "BUG: bad unlock balance in toy_close",
                unlock.acquiring("up_write")
                        .backtrace("dump_stack", "print_unlock_imbalance_bug", "toy_close")
                        .title());
        assertEquals(
                "WARNING: bad unlock balance in toy_release",
                new ReportFixture("lockdep-bad-unlock-balance", "WARNING: bad unlock balance detected!")
                        .acquiring("toy_release")
                        .title());
    }

    @Test
    void theOthersAreNamedByTheirBacktrace() {
        assertEquals(
                "WARNING: locking bug in toy_timer",
                new ReportFixture("lockdep-invalid-wait-context", "[ BUG: Invalid wait context ]")
                        .acquiring("toy_open")
                        .backtrace("__lock_acquire", "toy_timer")
                        .title());
        assertEquals(
                "WARNING: suspicious RCU usage in toy_get",
                new ReportFixture("lockdep-suspicious-rcu", "WARNING: suspicious RCU usage")
                        .rcu()
                        .backtrace("lockdep_rcu_suspicious", "toy_rcu_head", "toy_slab", "toy_get")
                        .title());
        assertEquals(
                "INFO: suspicious RCU usage in corrupted",
                new ReportFixture("lockdep-suspicious-rcu", "[ INFO: suspicious RCU usage. ]")
                        .rcu()
                        .title());
        assertEquals(
                "INFO: trying to register non-static key in toy_probe",
                new ReportFixture("lockdep-non-static-key", "INFO: trying to register non-static key.")
                        .backtrace("assign_lock_key", "toy_lock", "toy_probe")
                        .title());
        assertEquals(
                "WARNING: nested lock was not taken in toy_move",
                new ReportFixture("lockdep-nested-lock-not-taken", "WARNING: Nested lock was not taken")
                        .backtrace("__lock_acquire", "toy_move")
                        .title());
    }

    @Test
    void warningsOfLockdepAreLockingBugsWhereALockFunctionWarns() {
        assertEquals(
                "WARNING: locking bug in toy_open",
                new ReportFixture(
                                "lockdep-internal",
                                "WARNING: CPU: 1 PID: 9 at kernel/locking/lockdep.c:2 lock_pin+0x5/0x9")
                        .warning("__lock_acquire", "kernel/locking/lockdep.c")
                        .backtrace("lock_acquire", "toy_open")
                        .title());
        assertEquals(
                "WARNING: locking bug in toy_open",
                new ReportFixture("lockdep-internal", "DEBUG_LOCKS_WARN_ON(1)")
                        .warning("hlock_class", "kernel/locking/lockdep.c")
                        .backtrace("toy_open")
                        .title());
        assertEquals(
                "WARNING in check_toy",
                new ReportFixture(
                                "lockdep-internal",
                                "WARNING: kernel/locking/lockdep.c:55 at check_toy+0x1/0x2, CPU#1: toy/8")
                        .warning("check_toy", "kernel/locking/lockdep.c")
                        .backtrace("toy_open")
                        .title());
        assertEquals(
                "WARNING: chain_key collision",
                new ReportFixture("lockdep-internal", "WARNING: chain_key collision")
                        .backtrace("toy_open")
                        .title());
    }

    @Test
    void limitsKeepTheKernelsLine() {
        assertEquals(
                "BUG: MAX_LOCK_DEPTH too low!",
                new ReportFixture("lockdep-limit", "BUG: MAX_LOCK_DEPTH too low!")
                        .backtrace("toy_open")
                        .title());
        assertEquals(
                "BUG: looking up invalid subclass: NUM",
                new ReportFixture("lockdep-invalid-subclass", "BUG: looking up invalid subclass: 9").title());
        assertEquals(
                "WARNING: bad contention detected!",
                new ReportFixture("lockdep-bad-contention", "WARNING: bad contention detected!")
                        .acquiring("toy_open")
                        .title());
    }

    @Test
    void heldLocksAreCalledAfterTheBugThatListsThem() {
        assertEquals(
                "BUG: sleeping function called from invalid context in toy_irq",
                heldLocks("BUG: sleeping function called from invalid context at mm/toy.c:3")
                        .backtrace("dump_stack_lvl", "__might_resched", "mutex_lock_nested", "toy_irq")
                        .title());
        assertEquals(
                "BUG: scheduling while atomic in nap",
                heldLocks("BUG: scheduling while atomic: toy/7/0x00000002")
                        .backtrace("dump_stack", "__schedule_bug", "__schedule", "__x64_nap")
                        .title());
        assertEquals(
                "INFO: task can't die in toy_wait",
                heldLocks("INFO: task toy:7 can't die for more than 143 seconds.")
                        .backtrace("schedule", "toy_wait")
                        .title());
        assertEquals(
                "BUG: spinlock bad magic in toy_open",
                heldLocks("BUG: spinlock bad magic on CPU#1, toy/7")
                        .backtrace("spin_bug", "toy_open")
                        .title());
        assertEquals(
                "sysrq: Show Locks Held", heldLocks("sysrq: Show Locks Held").title());
    }

    @Test
    void hungTasksAreNamedByWhatTheyDoNotJustWaitIn() {
        String headline = "INFO: task toy:7 blocked for more than 10 seconds.";
        assertEquals(
                "INFO: task hung in toy_read",
                heldLocks(headline)
                        .backtrace("context_switch", "__schedule", "schedule_timeout", "wait_on_toy", "toy_read")
                        .title());
        assertEquals(
                "INFO: task hung in rtnl_lock",
                heldLocks(headline)
                        .backtrace("__schedule", "rtnl_lock", "toy_read")
                        .title());
        assertEquals(
                "INFO: task hung in synchronize_rcu",
                heldLocks(headline)
                        .backtrace("__schedule", "synchronize_srcu_toy", "toy_read")
                        .title());
        assertEquals(
                "INFO: task hung in corrupted",
                heldLocks(headline).backtrace("__schedule").title());
    }

    @Test
    void leakingWorkIsNamedInBothWordings() {
        assertEquals(
                "BUG: workqueue leaked lock or atomic in toy_work",
                heldLocks("BUG: workqueue leaked lock or atomic: kworker/0:2/0x00000000/434")
                        .before("     last function: toy_work")
                        .title());
        assertEquals(
                "BUG: workqueue leaked lock or atomic in toy_work",
                heldLocks("BUG: workqueue leaked atomic, lock or RCU: kworker/0:0[8]")
                        .before("     preempt=0x00000000 lock=0->1 RCU=0->0 workfn=toy_work [toy]")
                        .title());
    }

    @Test
    void framesThatARawLogWouldNotShowDoNotCount() {
        var wait = new ReportFixture("lockdep-invalid-wait-context", "[ BUG: Invalid wait context ]");
        assertEquals(
                "WARNING: locking bug in toy_open",
                wait.backtrace("? toy_stale", "toy_inlined [inline]", "toy_open")
                        .title());
        assertEquals(
                "WARNING: locking bug in corrupted",
                wait.backtrace("should_fail.isra.3", "toy_open").title());
        var arm = ReportFixture.frame("toy_open", null, false, true, null, "toy_callee");
        assertEquals(
                "WARNING: locking bug in toy_callee",
                wait.backtrace(List.of(arm)).title());
        var powerpc = ReportFixture.frame("toy_stale", null, false, true, "unreliable", null);
        assertEquals(
                "WARNING: locking bug in corrupted",
                wait.backtrace(List.of(powerpc)).title());
        assertEquals(
                "WARNING: locking bug in toy_open", wait.backtrace(".toy_open").title());
    }
}
