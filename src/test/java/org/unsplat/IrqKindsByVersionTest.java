package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Usage;

/** The kinds about interrupts, as each era of kernels prints them. */
class IrqKindsByVersionTest {

    @Test
    void orderAsBy44() {
        var report = RoundTrip.exact("""
                ======================================================
                [ INFO: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected ]
                4.4.155 #1 Not tainted
                ------------------------------------------------------
                cat/12 [HC0[0]:SC0[2]:HE0:SE0] is trying to acquire:
                 (&(&b->lock)->rlock){+.+...}, at: [<ffffffff81000001>] take_b+0x12/0x34

                and this task is already holding:
                 (&(&a->lock)->rlock){-.....}, at: [<ffffffff81000002>] take_a+0x12/0x34
                which would create a new lock dependency:
                 (&(&a->lock)->rlock){-.....} -> (&(&b->lock)->rlock){+.+...}

                but this new dependency connects a HARDIRQ-irq-safe lock:
                 (&(&a->lock)->rlock){-.....}
                ... which became HARDIRQ-irq-safe at:
                  [<ffffffff81000003>] __lock_acquire+0x12/0x34
                  [<ffffffff81000004>] lock_acquire+0x12/0x34

                to a HARDIRQ-irq-unsafe lock:
                 (&(&b->lock)->rlock){+.+...}
                ... which became HARDIRQ-irq-unsafe at:
                ...  [<ffffffff81000003>] __lock_acquire+0x12/0x34
                  [<ffffffff81000004>] lock_acquire+0x12/0x34

                other info that might help us debug this:

                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(&(&b->lock)->rlock);
                                               local_irq_disable();
                                               lock(&(&a->lock)->rlock);
                                               lock(&(&b->lock)->rlock);
                  <Interrupt>
                    lock(&(&a->lock)->rlock);

                 *** DEADLOCK ***

                1 lock held by cat/12:
                 #0:  (&(&a->lock)->rlock){-.....}, at: [<ffffffff81000002>] take_a+0x12/0x34

                the dependencies between HARDIRQ-irq-safe lock and the holding lock:
                -> (&(&a->lock)->rlock){-.....} ops: 2 {
                   IN-HARDIRQ-W at:
                                    [<ffffffff81000003>] __lock_acquire+0x12/0x34
                   INITIAL USE at:
                                   [<ffffffff81000003>] __lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000001>] __key.71013+0x0/0x8
                 ... acquired at:
                   [<ffffffff81000003>] check_prev_add+0x12/0x34
                   [<ffffffff81000004>] take_b+0x12/0x34


                the dependencies between the lock to be acquired and HARDIRQ-irq-unsafe lock:
                -> (&(&b->lock)->rlock){+.+...} ops: 1 {
                   HARDIRQ-ON-W at:
                                    [<ffffffff81000003>] __lock_acquire+0x12/0x34
                   SOFTIRQ-ON-W at:
                                    [<ffffffff81000003>] __lock_acquire+0x12/0x34
                   INITIAL USE at:
                                   [<ffffffff81000003>] __lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000002>] __key.71014+0x0/0x8
                 ... acquired at:
                   [<ffffffff81000003>] check_prev_add+0x12/0x34


                stack backtrace:
                CPU: 0 PID: 12 Comm: cat Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("lockdep-irq-order", report.kind());
        assertEquals(2, report.lockdep().becameUnsafe().stack().size());
        assertEquals(List.of(0, 2), report.lockdep().task().irq().softirq());
        assertEquals(2L, report.lockdep().dependencies().get(0).locks().get(0).ops());
        assertEquals(
                "0xffffffff82000001",
                report.lockdep().dependencies().get(0).locks().get(0).key().address());
    }

    @Test
    void orderOfReclaim() {
        var report = RoundTrip.exact("""
                =====================================================
                WARNING: RECLAIM_FS-safe -> RECLAIM_FS-unsafe lock order detected
                4.12.0 #1 Not tainted
                -----------------------------------------------------
                cat/12 [HC0[0]:SC0[0]:HE1:SE1] is trying to acquire:
                 (&b->lock){+.+.-.}, at: [<ffffffff81000001>] take_b+0x12/0x34

                and this task is already holding:
                 (&a->lock){+.+.-.}, at: [<ffffffff81000002>] take_a+0x12/0x34
                which would create a new lock dependency:
                 (&a->lock){+.+.-.} -> (&b->lock){+.+.+.}

                but this new dependency connects a RECLAIM_FS-irq-safe lock:
                 (&a->lock){+.+.-.}

                ... which became RECLAIM_FS-irq-safe at:
                  __lock_acquire+0x12/0x34

                to a RECLAIM_FS-irq-unsafe lock:
                 (&b->lock){+.+.+.}

                ... which became RECLAIM_FS-irq-unsafe at:
                ...
                  mark_held_locks+0x12/0x34

                other info that might help us debug this:

                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(&b->lock);
                                               local_irq_disable();
                                               lock(&a->lock);
                                               lock(&b->lock);
                  <Interrupt>
                    lock(&a->lock);

                 *** DEADLOCK ***

                1 lock held by cat/12:
                 #0:  (&a->lock){+.+.-.}, at: [<ffffffff81000002>] take_a+0x12/0x34

                the dependencies between RECLAIM_FS-irq-safe lock and the holding lock:
                -> (&a->lock){+.+.-.} ops: 2 {
                   IN-RECLAIM_FS-W at:
                                       __lock_acquire+0x12/0x34
                   INITIAL USE at:
                                   __lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000001>] __key.71013+0x0/0x8
                 ... acquired at:
                   check_prev_add+0x12/0x34


                the dependencies between the lock to be acquired
                 and RECLAIM_FS-irq-unsafe lock:
                -> (&b->lock){+.+.+.} ops: 1 {
                   RECLAIM_FS-ON-W at:
                                       mark_held_locks+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000002>] __key.71014+0x0/0x8
                 ... acquired at:
                   check_prev_add+0x12/0x34


                stack backtrace:
                CPU: 0 PID: 12 Comm: cat Not tainted 4.12.0 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("RECLAIM_FS", report.lockdep().becameSafe().state());
        assertEquals(
                "fs reclaim",
                report.lockdep()
                        .acquiring()
                        .usageDecoded()
                        .get(4)
                        .meaning()
                        .replaceAll("taken in (.*) context.*", "$1"));
        assertEquals(
                "IN-RECLAIM_FS-W",
                report.lockdep()
                        .dependencies()
                        .get(0)
                        .locks()
                        .get(0)
                        .usages()
                        .get(0)
                        .state());
    }

    @Test
    void orderOfReaders() {
        var report = RoundTrip.exact("""
                =====================================================
                WARNING: SOFTIRQ-READ-safe -> SOFTIRQ-READ-unsafe lock order detected
                6.8.1 #1 Not tainted
                -----------------------------------------------------
                cat/12 [HC0[0]:SC0[4]:HE0:SE0] is trying to acquire:
                ffff88801c3b2d18 (c_lock){.+.+}-{2:2}, at: take_c+0x12/0x34

                and this task is already holding:
                ffff88801c3b2d58 (b_lock){+...}-{2:2}, at: take_b+0x12/0x34
                which would create a new lock dependency:
                 (b_lock){+...}-{2:2} -> (c_lock){.+.+}-{2:2}

                but this new dependency connects a SOFTIRQ-READ-irq-safe lock:
                 (subsys mutex#3){...-}-{2:2}

                ... which became SOFTIRQ-READ-irq-safe at:
                  lock_acquire+0x12/0x34

                to a SOFTIRQ-READ-irq-unsafe lock:
                 (c_lock){.+.+}-{2:2}

                ... which became SOFTIRQ-READ-irq-unsafe at:
                ...
                  lock_acquire+0x12/0x34
                  take_c+0x12/0x34

                other info that might help us debug this:

                Chain exists of:
                  subsys mutex#3 --> b_lock --> c_lock

                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(c_lock);
                                               local_irq_disable();
                                               lock(subsys mutex#3);
                                               lock(b_lock);
                  <Interrupt>
                    lock(subsys mutex#3);

                 *** DEADLOCK ***

                1 lock held by cat/12:
                 #0: ffff88801c3b2d58 (b_lock){+...}-{2:2}, at: take_b+0x12/0x34

                the dependencies between SOFTIRQ-READ-irq-safe lock and the holding lock:
                 -> (subsys mutex#3){...-}-{2:2} {
                    IN-SOFTIRQ-R at:
                                      lock_acquire+0x12/0x34
                    INITIAL READ USE at:
                                          lock_acquire+0x12/0x34
                  }
                  ... key      at: [<ffffffff82000001>] subsys_key.1+0x0/0x40
                -> (b_lock){+...}-{2:2} {
                   HARDIRQ-ON-W at:
                                    lock_acquire+0x12/0x34
                   INITIAL USE at:
                                   lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffff888012345678>] 0xffff888012345678
                 ... acquired at:
                   lock_acquire+0x12/0x34


                the dependencies between the lock to be acquired
                 and SOFTIRQ-READ-irq-unsafe lock:
                -> (c_lock){.+.+}-{2:2} ops: 12 {
                   HARDIRQ-ON-R at:
                                    lock_acquire+0x12/0x34
                   SOFTIRQ-ON-R at:
                                    lock_acquire+0x12/0x34
                   INITIAL USE at:
                   INITIAL READ USE at:
                                        lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000003>] c_lock+0x18/0x40 [mod_a]
                 ... acquired at:
                   lock_acquire+0x12/0x34
                   take_c+0x12/0x34


                stack backtrace:
                CPU: 0 PID: 12 Comm: cat Not tainted 6.8.1 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("SOFTIRQ-READ", report.lockdep().becameUnsafe().state());
        assertEquals(
                List.of("subsys mutex#3", "b_lock", "c_lock"), report.lockdep().cycle());
        assertEquals(
                List.of("b_lock", "c_lock"), RoundTrip.classes(report.lockdep().newDependency()));
        var safe = report.lockdep().dependencies().get(0);
        assertEquals("INITIAL READ USE", safe.locks().get(0).usages().get(1).state());
        assertNull(safe.locks().get(0).acquired());
        assertEquals("0xffff888012345678", safe.locks().get(1).key().address());
        var unsafe = report.lockdep().dependencies().get(1).locks().get(0);
        assertEquals(12L, unsafe.ops());
        assertEquals(List.of(), unsafe.usages().get(2).stack());
    }

    @Test
    void orderThatStopsEarly() {
        var report = RoundTrip.alone("""
                =====================================================
                WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected
                6.8.1 #1 Not tainted
                -----------------------------------------------------
                cat/12 [HC0[0]:SC0[4]:HE0:SE0] is trying to acquire:
                ffff88801c3b2d18 (c_lock){+.+.}-{2:2}, at: take_c+0x12/0x34

                and this task is already holding:
                ffff88801c3b2d58 (b_lock){-...}-{2:2}, at: take_b+0x12/0x34
                which would create a new lock dependency:
                 (b_lock){-...}-{2:2} -> (c_lock){+.+.}-{2:2}

                but this new dependency connects a HARDIRQ-irq-safe lock:
                 (b_lock){-...}-{2:2}

                ... which became HARDIRQ-irq-safe at:
                  lock_acquire+0x12/0x34

                to a HARDIRQ-irq-unsafe lock:
                 (c_lock){+.+.}-{2:2}

                ... which became HARDIRQ-irq-unsafe at:
                ...
                  lock_acquire+0x12/0x34

                other info that might help us debug this:

                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(c_lock);
                                               local_irq_disable();
                                               lock(b_lock);
                                               lock(c_lock);
                  <Interrupt>
                    lock(b_lock);

                 *** DEADLOCK ***

                1 lock held by cat/12:
                 #0: ffff88801c3b2d58 (b_lock){-...}-{2:2}, at: take_b+0x12/0x34

                the dependencies between HARDIRQ-irq-safe lock and the holding lock:
                """);
        assertFalse(report.complete());
        assertEquals(1, report.lockdep().held().get(0).locks().size());
        assertEquals(List.of(), report.lockdep().dependencies().get(0).locks());
    }

    @Test
    void inversionAsBy44() {
        var report = RoundTrip.exact("""
                =========================================================
                [ INFO: possible irq lock inversion dependency detected ]
                4.4.155 #1 Not tainted
                ---------------------------------------------------------
                swapper/1/0 just changed the state of lock:
                 (&(&a->lock)->rlock){..-...}, at: [<ffffffff81000001>] take_a+0x12/0x34
                but this lock took another, SOFTIRQ-unsafe lock in the past:
                 (&(&b->lock)->rlock){+.+...}

                and interrupts could create inverse lock ordering between them.


                other info that might help us debug this:
                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(&(&b->lock)->rlock);
                                               local_irq_disable();
                                               lock(&(&a->lock)->rlock);
                                               lock(&(&b->lock)->rlock);
                  <Interrupt>
                    lock(&(&a->lock)->rlock);

                 *** DEADLOCK ***

                no locks held by swapper/1/0.

                the shortest dependencies between 2nd lock and 1st lock:
                 -> (&(&b->lock)->rlock){+.+...} ops: 1 {
                    HARDIRQ-ON-W at:
                                      [<ffffffff81000003>] lock_acquire+0x12/0x34
                    INITIAL USE at:
                                     [<ffffffff81000003>] lock_acquire+0x12/0x34
                  }
                  ... key      at: [<ffffffff82000001>] __key.71013+0x0/0x8
                  ... acquired at:
                   [<ffffffff81000003>] lock_acquire+0x12/0x34

                -> (&(&a->lock)->rlock){..-...} ops: 2 {
                   IN-SOFTIRQ-W at:
                                    [<ffffffff81000003>] lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000002>] __key.71014+0x0/0x8
                 ... acquired at:
                   [<ffffffff81000003>] mark_lock+0x12/0x34


                stack backtrace:
                CPU: 1 PID: 0 Comm: swapper/1 Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 <IRQ>  [<ffffffff81000005>] dump_stack+0x12/0x34
                 <EOI>  [<ffffffff81000006>] ? default_idle+0x12/0x34
                """);
        assertEquals("lockdep-irq-inversion", report.kind());
        assertEquals(
                "&(&b->lock)->rlock", report.lockdep().becameUnsafe().lock().classText());
        assertEquals(List.of(), report.lockdep().becameUnsafe().stack());
        assertEquals("change-state", report.lockdep().action());
        assertEquals(0, report.lockdep().task().pid());
    }

    @Test
    void inversionWithABadPath() {
        var report = RoundTrip.exact("""
                ========================================================
                WARNING: possible irq lock inversion dependency detected
                5.4.173 #1 Not tainted
                --------------------------------------------------------
                syz-executor.0/9999 just changed the state of lock:
                ffff88801c3b2d18 (k-slock-AF_INET6){+.+.}, at: take_a+0x12/0x34
                but this lock was taken by another, HARDIRQ-READ-safe lock in the past:
                 (&timer->lock){.-..}


                and interrupts could create inverse lock ordering between them.


                other info that might help us debug this:
                lockdep:print_irq_inversion_bug bad path found in chain graph
                Chain exists of:
                  &timer->lock --> &x --> k-slock-AF_INET6

                 Possible interrupt unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(k-slock-AF_INET6);
                                               local_irq_disable();
                                               lock(&timer->lock);
                                               lock(&x);
                  <Interrupt>
                    lock(&timer->lock);

                 *** DEADLOCK ***

                1 lock held by syz-executor.0/9999:
                 #0: ffff88801c3b2d18 (k-slock-AF_INET6){+.+.}, at: take_a+0x12/0x34

                the shortest dependencies between 2nd lock and 1st lock:
                 -> (&timer->lock){.-..} {
                    IN-HARDIRQ-R at:
                                      lock_acquire+0x12/0x34
                  }
                  ... key      at: [<ffffffff82000001>] __key.71013+0x0/0x8
                  ... acquired at:
                   lock_acquire+0x12/0x34

                -> (k-slock-AF_INET6){+.+.} {
                   HARDIRQ-ON-W at:
                                    lock_acquire+0x12/0x34
                 }
                 ... key      at: [<ffffffff82000002>] __key.71014+0x0/0x8
                 ... acquired at:
                   mark_lock+0x12/0x34


                stack backtrace:
                CPU: 1 PID: 9999 Comm: syz-executor.0 Not tainted 5.4.173 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("HARDIRQ-READ", report.lockdep().becameSafe().state());
        assertEquals(
                List.of("lockdep:print_irq_inversion_bug bad path found in chain graph"),
                report.lockdep().notes());
        assertEquals("k-slock-AF_INET6", report.lockdep().acquiring().name());
    }

    @Test
    void stateWithoutAnyStack() {
        var report = RoundTrip.exact("""
                ================================
                WARNING: inconsistent lock state
                4.14.177 #1 Not tainted
                --------------------------------
                inconsistent {SOFTIRQ-ON-W} -> {IN-SOFTIRQ-R} usage.
                swapper/0/0 [HC0[0]:SC1[3]:HE1:SE0] takes:
                 (&(&n->lock)->rlock){+.?.}, at: [<ffffffff81234567>] fu+0x18/0x80
                {SOFTIRQ-ON-W} state was registered at:
                irq event stamp: 4294967295
                hardirqs last  enabled at (4294967294): [<ffffffff81234567>] fu+0x18/0x80
                hardirqs last disabled at (4294967295): [<ffffffff81234567>] fu+0x18/0x80
                softirqs last  enabled at (0): [<          (null)>]           (null)
                softirqs last disabled at (12): [<ffffffff81234567>] irq_exit+0x18/0x80

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(&(&n->lock)->rlock);
                  <Interrupt>
                    lock(&(&n->lock)->rlock);

                 *** DEADLOCK ***

                1 lock held by swapper/0/0:
                 #0:  (((&timer_a))){+.-.}, at: [<ffffffff81234567>] call_timer_fn+0x18/0x80

                stack backtrace:
                CPU: 0 PID: 0 Comm: swapper/0 Not tainted 4.14.177 #1
                Call Trace:
                 <IRQ>
                 dump_stack+0x12/0x34
                 </IRQ>
                 default_idle+0x1c/0x2d0
                """);
        assertEquals(List.of(), report.lockdep().registered().frames());
        assertEquals(4294967295L, report.lockdep().irqTrace().eventStamp());
        assertEquals("(null)", report.lockdep().irqTrace().softirqsLastEnabled().addressText());
        assertNull(report.lockdep().irqTrace().softirqsLastEnabled().at());
        assertEquals(
                "(&timer_a)",
                report.lockdep().held().get(0).locks().get(0).classText().replaceAll("^\\(|\\)$", ""));
    }

    @Test
    void stateAsBy51() {
        var report = RoundTrip.exact("""
                ================================
                WARNING: inconsistent lock state
                5.1.15 #1 Not tainted
                --------------------------------
                inconsistent {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage.
                swapper/0/0 [HC0[0]:SC1[3]:HE1:SE0] takes:
                000000008a4bc2d1 (&(&n->lock)->rlock){?.-.}, at: fu+0x18/0x80
                {IN-HARDIRQ-W} state was registered at:
                  lock_acquire+0x12/0x34
                  fu+0x12/0x34
                irq event stamp: 12
                hardirqs last  enabled at (11): [<ffffffff81234567>] fu+0x18/0x80
                hardirqs last disabled at (12): [<ffffffff81234567>] fu+0x18/0x80
                softirqs last  enabled at (0): [<0000000000000000>]           (null)
                softirqs last disabled at (0): [<0000000000000000>]           (null)

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(&(&n->lock)->rlock);
                  <Interrupt>
                    lock(&(&n->lock)->rlock);

                 *** DEADLOCK ***

                no locks held by swapper/0/0.

                stack backtrace:
                CPU: 0 PID: 0 Comm: swapper/0 Not tainted 5.1.15 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("IN-HARDIRQ-W", report.lockdep().usage().from());
        assertNull(report.lockdep().irqTrace().softirqsLastDisabled().at());
        assertEquals("0x000000008a4bc2d1", report.lockdep().acquiring().address());
    }

    @Test
    void stateInAnNmi() {
        var report = RoundTrip.exact("""
                ================================
                WARNING: inconsistent lock state
                5.10.198 #1 Tainted: P        W  OE
                --------------------------------
                inconsistent {INITIAL USE} -> {IN-NMI} usage.
                perf/77 [HC1[1]:SC0[0]:HE0:SE1] takes:
                ffff88801c3b2d18 (&ctx->lock#2/1){....}-{2:2}, at: fu+0x18/0x80
                {INITIAL USE} state was registered at:
                  lock_acquire+0x12/0x34
                irq event stamp: 12
                hardirqs last  enabled at (11): [<ffffffff81234567>] fu+0x18/0x80
                hardirqs last disabled at (12): [<ffffffff81234567>] fu+0x18/0x80
                softirqs last  enabled at (0): [<0000000000000000>] 0x0
                softirqs last disabled at (0): [<0000000000000000>] 0x0

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(&ctx->lock#2/1);
                  <Interrupt>
                    lock(&ctx->lock#2/1);

                 *** DEADLOCK ***

                1 lock held by perf/77:
                 #0: ffff88801c3b2d18 (<RELEASED>_a){....}-{2:2}, at: fu+0x18/0x80

                stack backtrace:
                CPU: 0 PID: 77 Comm: perf Tainted: P        W  OE     5.10.198 #1
                Call Trace:
                 <NMI>
                 dump_stack+0x12/0x34
                RIP: 0010:fu+0x12/0x34
                Code: 00 01 <0f> 05 48
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246 ORIG_RAX: ffffffffffffff13
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                R10: 0000000000000000 R11: 0000000000000000 R12: 0000000000000000
                 ? fu+0x12/0x34
                 ? fu+0x12/0x34
                 </NMI>
                 <#DB1>
                 exc_debug+0x12/0x34
                 </#DB1>
                 do_one+0x12/0x34
                """);
        assertEquals("INITIAL USE", report.lockdep().usage().from());
        assertEquals("IN-NMI", report.lockdep().usage().to());
        assertEquals(List.of("P", "W", "O", "E"), report.system().taint().flags());
        assertEquals(
                List.of("NMI", "NMI", "NMI", "#DB1"),
                report.backtrace().frames().stream()
                        .limit(4)
                        .map(StackFrame::context)
                        .toList());
        assertEquals(5, report.backtrace().frames().get(0).after().size());
    }

    @Test
    void stateOfReclaimOn32Bits() {
        var report = RoundTrip.exact("""
                =================================
                [ INFO: inconsistent lock state ]
                4.9.302 #1 Not tainted
                ---------------------------------
                inconsistent {RECLAIM_FS-ON-W} -> {IN-RECLAIM_FS-W} usage.
                kswapd0/77 [HC0[0]:SC0[0]:HE1:SE1] takes:
                 (&sb->s_type->i_mutex_key#8/2){+.+.?.}, at: [<c0123456>] fu+0x18/0x80
                {RECLAIM_FS-ON-W} state was registered at:
                  [<c0123456>] lock_acquire+0x12/0x34
                irq event stamp: 12
                hardirqs last  enabled at (11): [<c0123456>] fu+0x18/0x80
                hardirqs last disabled at (12): [<c0123456>] fu+0x18/0x80
                softirqs last  enabled at (0): [<  (null)>]   (null)
                softirqs last disabled at (0): [<  (null)>]   (null)

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(&sb->s_type->i_mutex_key#8/2);
                  <Interrupt>
                    lock(&sb->s_type->i_mutex_key#8/2);

                 *** DEADLOCK ***

                1 lock held by kswapd0/77:
                 #0:  (shrinker_rwsem){++++..}, at: [<c0123456>] shrink_slab+0x12/0x34

                stack backtrace:
                CPU: 0 PID: 77 Comm: kswapd0 Not tainted 4.9.302 #1
                Hardware name: Generic DT based system
                [<c010e1d4>] (unwind_backtrace) from [<c010a5b8>] (show_stack+0x10/0x14)
                [<c010a5b8>] (show_stack) from [<c03b0b94>] (dump_stack+0x94/0xa8)
                [<bf01a5b8>] (fu [mod_a]) from [<c03b0b94>] (dump_stack+0x94/0xa8)
                """);
        assertEquals("RECLAIM_FS-ON-W", report.lockdep().usage().from());
        assertEquals("&sb->s_type->i_mutex_key", report.lockdep().acquiring().name());
        assertEquals(8, report.lockdep().acquiring().version());
        assertEquals(2, report.lockdep().acquiring().subclass());
        assertEquals("unwind_backtrace", report.backtrace().frames().get(0).callee());
        assertEquals("mod_a", report.backtrace().frames().get(2).calleeModule());
    }

    @Test
    void stateWithInlinedPlaces() {
        var report = RoundTrip.exact("""
                ================================
                WARNING: inconsistent lock state
                6.8.1-syzkaller #0 Not tainted
                --------------------------------
                inconsistent {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage.
                x/77 [HC0[0]:SC0[0]:HE1:SE1] takes:
                ffff88801c3b2d18 (slock-AF_INET){+.?.}-{2:2}, at: spin_lock include/linux/spinlock.h:351 [inline]
                ffff88801c3b2d18 (slock-AF_INET){+.?.}-{2:2}, at: fu+0x18/0x80 fs/fu.c:12
                {IN-SOFTIRQ-W} state was registered at:
                  inl fs/a.h:1 [inline]
                  lock_acquire+0x12/0x34 kernel/a.c:1
                irq event stamp: 12
                hardirqs last  enabled at (11): [<ffffffff81234567>] inl fs/a.h:1 [inline]
                hardirqs last  enabled at (11): [<ffffffff81234567>] fu+0x18/0x80 fs/fu.c:12
                hardirqs last disabled at (12): [<ffffffff81234567>] fu+0x18/0x80 fs/fu.c:12
                softirqs last  enabled at (10): [<ffffffff81234567>] fu+0x18/0x80 fs/fu.c:12
                softirqs last disabled at (0): [<0000000000000000>] 0x0

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(slock-AF_INET);
                  <Interrupt>
                    lock(slock-AF_INET);

                 *** DEADLOCK ***

                no locks held by x/77.

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 6.8.1-syzkaller #0
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34 lib/dump_stack.c:120
                 </TASK>
                """);
        assertEquals(1, report.lockdep().acquiring().inlinedInto().size());
        assertEquals(
                1,
                report.lockdep().irqTrace().hardirqsLastEnabled().inlinedInto().size());
        assertEquals(12, report.lockdep().irqTrace().hardirqsLastEnabled().at().line());
    }

    @Test
    void inconsistentAsBy2629() {
        var report = RoundTrip.alone("""
                =================================
                [ INFO: inconsistent lock state ]
                2.6.29 #7
                ---------------------------------
                inconsistent {in-softirq-W} -> {softirq-on-W} usage.
                insmod/852 [HC0[0]:SC0[0]:HE1:SE1] takes:
                 (toy_lock){-+..}, at: [<ffffffffa0000055>] toy_init+0x55/0x216 [toy]
                {in-softirq-W} state was registered at:
                  [<ffffffff80000001>] __lock_acquire+0x12/0x34
                  [<ffffffff80000002>] toy_timer+0x12/0x34
                """);
        assertEquals(new Usage("in-softirq-W", "softirq-on-W"), report.lockdep().usage());
        assertEquals(List.of(), report.unparsed());
        assertEquals(
                "toy_lock, taken by toy_init, is held with softirqs on, but was taken in a softirq by toy_timer: a softirq that comes in"
                        + " while it is held would deadlock.",
                report.explanation());
    }
}
