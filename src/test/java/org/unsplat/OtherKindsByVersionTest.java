package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The smaller kinds of lockdep, as each era of kernels prints them. */
class OtherKindsByVersionTest {

    @Test
    void recursiveAsBy44() {
        var report = RoundTrip.exact("""
                =============================================
                [ INFO: possible recursive locking detected ]
                4.4.155 #1 Not tainted
                ---------------------------------------------
                insmod/3 is trying to acquire lock:
                 (sk_lock-27){+.+.+.}, at: [<ffffffff81234567>] fu+0x18/0x80

                but task is already holding lock:
                 (sk_lock-27){+.+.+.}, at: [<ffffffff81234567>] bar+0x18/0x80

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(sk_lock-27);
                  lock(sk_lock-27);

                 *** DEADLOCK ***

                 May be due to missing lock nesting notation

                1 lock held by insmod/3:
                 #0:  (sk_lock-27){+.+.+.}, at: [<ffffffff81234567>] bar+0x18/0x80

                stack backtrace:
                CPU: 0 PID: 3 Comm: insmod Not tainted 4.4.155 #1
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                [<ffffffc000089b3c>] dump_backtrace+0x0/0x128
                [<ffffffc000089b3d>] show_stack+0x20/0x38
                """);
        assertEquals("sk_lock-27", report.lockdep().acquiring().name());
        assertEquals(2, report.backtrace().frames().size());
    }

    @Test
    void recursiveWithAComparison() {
        var report = RoundTrip.exact("""
                ============================================
                WARNING: possible recursive locking detected
                6.8.1 #1 Not tainted
                --------------------------------------------
                insmod/3 is trying to acquire lock:
                ffff88801c3b2d18 (bcache_btree l=1 256:4096){+.+.}-{4:4}, at: fu+0x18/0x80

                but task is already holding lock:
                ffff88801c3b2d58 (bcache_btree l=2 256:4096){+.+.}-{4:4}, at: bar+0x18/0x80
                and the lock comparison function returns 0:

                other info that might help us debug this:
                 Possible unsafe locking scenario:

                       CPU0
                       ----
                  lock(bcache_btree);
                  lock(bcache_btree);

                 *** DEADLOCK ***

                 May be due to missing lock nesting notation

                1 lock held by insmod/3:
                 #0: ffff88801c3b2d58 (bcache_btree l=2 256:4096){+.+.}-{4:4}, at: bar+0x18/0x80

                stack backtrace:
                CPU: 0 PID: 3 Comm: insmod Not tainted 6.8.1 #1
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                 dump_backtrace+0x9c/0x128
                 show_stack+0x20/0x38
                """);
        assertEquals(0, report.lockdep().comparison());
        assertEquals("bcache_btree", report.lockdep().acquiring().name());
        assertEquals("l=1 256:4096", report.lockdep().acquiring().detail());
    }

    @Test
    void waitContextAsBy57() {
        var report = RoundTrip.exact("""
                =============================
                [ BUG: Invalid wait context ]
                5.7.14 #1 Not tainted
                -----------------------------
                swapper/0/1 is trying to lock:
                ffffffff8a3b2d18 ((console_sem).lock){-.-.}-{3:3}, at: down_trylock+0x12/0x34
                other info that might help us debug this:
                context-{5:5}
                2 locks held by swapper/0/1:
                 #0: ffffffff8a3b2d18 (rcu_read_lock){....}-{1:3}, at: fu+0x12/0x34
                 #1: ffffffff8a3b2d18 (&rq->lock){-.-.}-{2:2}, at: fu+0x12/0x34
                stack backtrace:
                CPU: 0 PID: 1 Comm: swapper/0 Not tainted 5.7.14 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals(5, report.lockdep().waitContext().outer());
        assertEquals("spinlock", report.lockdep().acquiring().waitTypes().outerMeans());
        assertEquals("swapper/0", report.lockdep().task().comm());
    }

    @Test
    void nestedLockWithoutAName() {
        var report = RoundTrip.exact("""
                ==================================
                WARNING: Nested lock was not taken
                6.1.10 #1 Not tainted
                ----------------------------------
                modprobe/3 is trying to lock:
                ffff88801c3b2d18 (reservation_ww_class_mutex){+.+.}-{3:3}, at: fu+0x12/0x34 [i915]

                but this task is not holding:
                (null)

                stack backtrace:
                CPU: 0 PID: 3 Comm: modprobe Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>

                other info that might help us debug this:
                1 lock held by modprobe/3:
                 #0: ffff88801c3b2d18 (&dev->mutex){....}-{3:3}, at: fu+0x12/0x34

                stack backtrace:
                CPU: 0 PID: 3 Comm: modprobe Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("(null)", report.lockdep().notHolding());
        assertEquals(report.backtrace(), report.lockdep().secondBacktrace());
    }

    @Test
    void nestedLockAsBy44() {
        var report = RoundTrip.exact("""
                ==================================
                [ BUG: Nested lock was not taken ]
                4.4.155 #1 Not tainted
                ----------------------------------
                modprobe/3 is trying to lock:
                 (&(&a->b)->rlock){......}, at: [<ffffffff81000001>] fu+0x12/0x34

                but this task is not holding:
                &c->mutex

                stack backtrace:
                CPU: 0 PID: 3 Comm: modprobe Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34

                other info that might help us debug this:
                no locks held by modprobe/3.

                stack backtrace:
                CPU: 0 PID: 3 Comm: modprobe Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("&c->mutex", report.lockdep().notHolding());
        assertEquals(1, report.lockdep().registers().size());
    }

    @Test
    void unlockByATaskWithAnOddName() {
        var report = RoundTrip.exact("""
                =====================================
                WARNING: bad unlock balance detected!
                5.15.85 #1 Tainted: G    B   W  OE
                -------------------------------------
                ����d/1/77 is trying to release lock ((null)) at:
                [<ffffffff81000005>] fu+0x12/0x34
                but there are no more locks to release!

                other info that might help us debug this:
                locks held by ����d/1/77: 0, last CPU#1

                stack backtrace:
                CPU: 0 PID: 77 Comm: ����d/1 Tainted: G    B   W  OE     5.15.85 #1 71a6ba3e92c5211ab6683faf0d5214fdae23abf4
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("(null)", report.lockdep().acquiring().classText());
        assertEquals(1, report.lockdep().held().get(0).cpu());
        assertEquals(List.of("B", "W", "O", "E"), report.system().taint().flags());
    }

    @Test
    void unlockWithInlinedPlaces() {
        var report = RoundTrip.exact("""
                =====================================
                WARNING: bad unlock balance detected!
                6.8.1-syzkaller #0 Not tainted
                -------------------------------------
                syz-executor.0/3 is trying to release lock (&c->lock) at:
                [<ffffffff81000005>] spin_unlock include/linux/spinlock.h:391 [inline]
                [<ffffffff81000005>] fu+0x12/0x34 fs/fu.c:12
                but there are no more locks to release!

                other info that might help us debug this:
                1 lock held by syz-executor.0/3:
                 #0: ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{3:3}, at: rtnl_lock net/a.h:1 [inline]
                 #0: ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{3:3}, at: bar+0x18/0x80 net/bar.c:12

                stack backtrace:
                CPU: 1 PID: 3 Comm: syz-executor.0 Not tainted 6.8.1-syzkaller #0
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34 lib/dump_stack.c:120
                RIP: 0033:0x7f1234567890
                RSP: 002b:00007fff12345678 EFLAGS: 00000246 ORIG_RAX: 0000000000000010
                 </TASK>
                """);
        assertEquals(1, report.lockdep().acquiring().inlinedInto().size());
        assertEquals("fu", report.lockdep().acquiring().at().function());
        assertEquals("0xffffffff81000005", report.lockdep().acquiring().at().address());
    }

    @Test
    void unlockByRust() {
        var report = RoundTrip.exact("""
                =====================================
                WARNING: bad unlock balance detected!
                syzkaller #0 Tainted: G             L
                -------------------------------------
                syz.1.2/77 is trying to release lock (&c->lock) at:
                [<ffffffff81000005>] <rnull::NullBlkModule as kernel::InPlaceModule>::init+0x904/0xc30 drivers/block/rnull.rs:12
                but there are no more locks to release!

                other info that might help us debug this:
                locks held by syz.1.2/77: 0, last CPU#1

                stack backtrace:
                CPU: 1 UID: 0 PID: 77 Comm: syz.1.2 Tainted: G             L      syzkaller #0 PREEMPT(full)
                Tainted: [L]=SOFTLOCKUP
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 10/02/2025
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34 lib/dump_stack.c:120
                 _RNvXCsktjF9JQNZ8U_5rnullNtB2_13NullBlkModule+0x904/0xc30
                 bpf_prog_0123456789abcdef_foo+0x1/0x2
                 __pfx_fu.constprop.0.isra.12.cold.123+0x1/0x2
                 </TASK>
                """);
        assertEquals(
                "<rnull::NullBlkModule as kernel::InPlaceModule>::init",
                report.lockdep().acquiring().at().function());
        assertEquals(
                "_RNvXCsktjF9JQNZ8U_5rnullNtB2_13NullBlkModule",
                report.backtrace().frames().get(1).function());
        assertEquals(
                "bpf_prog_0123456789abcdef_foo",
                report.backtrace().frames().get(2).function());
    }

    @Test
    void contention() {
        var report = RoundTrip.exact("""
                =================================
                WARNING: bad contention detected!
                4.14.177 #1 Not tainted
                ---------------------------------
                x/77 is trying to contend lock (&(&a->b)->rlock) at:
                [<ffffffff81000005>] fu+0x12/0x34
                but there are no locks held!

                other info that might help us debug this:
                no locks held by x/77.

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 4.14.177 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("lockdep-bad-contention", report.kind());
        assertEquals("contend", report.lockdep().action());
    }

    @Test
    void freedAsBy44() {
        var report = RoundTrip.exact("""
                =========================
                [ BUG: held lock freed! ]
                4.4.155 #1 Not tainted
                -------------------------
                x/77 is freeing memory ffff8800000a0000-ffff8800000a03ff, with a lock still held there!
                 (&(&a->b)->rlock){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34
                1 lock held by x/77:
                 #0:  (&(&a->b)->rlock){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 4.4.155 #1
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("0xffff8800000a03ff", report.lockdep().freed().to());
    }

    @Test
    void freedWithHashedBounds() {
        var report = RoundTrip.exact("""
                =========================
                WARNING: held lock freed!
                4.15.0 #1 Not tainted
                -------------------------
                x/77 is freeing memory 000000008a4bc2d1-00000000fe4bc2d1, with a lock still held there!
                 (&a->b){+.+.}, at: [<000000008a4bc2d1>] fu+0x12/0x34
                1 lock held by x/77:
                 #0:  (&a->b){+.+.}, at: [<000000008a4bc2d1>] fu+0x12/0x34

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 4.15.0 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("0x000000008a4bc2d1", report.lockdep().freed().from());
    }

    @Test
    void exitAsBy44() {
        var report = RoundTrip.exact("""
                =====================================
                [ BUG: a b/c/77 still has locks held! ]
                4.4.155 #1 Not tainted
                -------------------------------------
                1 lock held by a b/c/77:
                 #0:  (&a->b){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34

                stack backtrace:
                CPU: 0 PID: 77 Comm: a b/c Not tainted 4.4.155 #1
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("a b/c", report.lockdep().task().comm());
        assertEquals(null, report.lockdep().action(), "the trace does not show an exit");
    }

    @Test
    void exitAsBy612() {
        var report = RoundTrip.exact("""
                ====================================
                WARNING: syz.0.17/77 still has locks held!
                6.12.0-syzkaller-00001-gabcdef #0 Not tainted
                ------------------------------------
                1 lock held by syz.0.17/77:
                 #0: ffff88801c3b2d18 (&a->b){+.+.}-{3:3}, at: fu+0x12/0x34

                stack backtrace:
                CPU: 0 UID: 0 PID: 77 Comm: syz.0.17 Not tainted 6.12.0-syzkaller-00001-gabcdef #0
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 09/13/2024
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("syz.0.17", report.lockdep().task().comm());
    }

    @Test
    void userReturnAsBy49() {
        var report = RoundTrip.exact("""
                ================================================
                [ BUG: lock held when returning to user space! ]
                4.9.302 #1 Not tainted
                ------------------------------------------------
                x/77 is leaving the kernel with locks still held!
                1 lock held by x/77:
                 #0:  (&a->b){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34
                """);
        assertEquals("return-to-user", report.lockdep().action());
    }

    @Test
    void userReturnAsByLinuxNext() {
        var report = RoundTrip.exact("""
                ================================================
                WARNING: lock held when returning to user space!
                7.2.0-rc3-next-20260714 #1 Not tainted
                ------------------------------------------------
                x/77 is leaving the kernel with locks still held!
                locks held by x/77: 2, on CPU#3:
                 #0: ffff88801c3b2d18 (&a->b){+.+.}-{4:4}, at: fu+0x12/0x34
                 #1: <RELEASED>
                """);
        assertTrue(report.lockdep().held().get(0).locks().get(1).released());
        assertEquals("on", report.lockdep().held().get(0).cpuWord());
    }

    @Test
    void collisionAsBy49() {
        var report = RoundTrip.exact("""
                ======================
                [chain_key collision ]
                4.9.302 #1 Not tainted
                ----------------------
                x/77:
                Hash chain already cached but the contents don't match!
                Held locks:
                depth: 2
                 class_idx:12 -> chain_key:000000000000abcd (&a->b){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34
                 class_idx:13 -> chain_key:1234567890abcdef (&c->b){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34
                Locks in cached chain:
                depth: 2
                 class_idx:12 -> chain_key:000000000000abcd (&a->b){+.+...}
                 class_idx:14 -> chain_key:1234567890abcde0 (&d->b){+.+...}

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 4.9.302 #1
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("lockdep-internal", report.kind());
    }

    @Test
    void collisionOnOneLine() {
        var report = RoundTrip.read("""
                ============================
                WARNING: chain_key collision
                6.1.10 #1 Not tainted
                ----------------------------
                x/77: Hash chain already cached but the contents don't match!
                Held locks:
                depth: 1 (irq_context 0)
                 hlock_id:12 -> chain_key:000000000000abcdffff88801c3b2d18 (&a->b){+.+.}-{3:3}, at: fu+0x12/0x34
                Locks in cached chain:
                depth: 1
                 hlock_id:12 -> chain_key:000000000000abcd (&a->b){+.+.}-{3:3}

                stack backtrace:
                CPU: 0 PID: 77 Comm: x Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("lockdep-internal", report.kind());
    }

    @Test
    void rcuAsBy44() {
        var report = RoundTrip.exact("""
                ===============================
                [ INFO: suspicious RCU usage. ]
                4.4.155 #1 Not tainted
                -------------------------------
                /srv/testers/x-y.c:12 suspicious rcu_dereference_check() usage!

                other info that might help us debug this:


                RCU used illegally from idle CPU!
                rcu_scheduler_active = 1, debug_locks = 0
                RCU used illegally from extended quiescent state!
                no locks held by swapper/1/0.

                stack backtrace:
                CPU: 1 PID: 0 Comm: swapper/1 Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("/srv/testers/x-y.c", report.lockdep().rcu().file());
        assertEquals(2, report.lockdep().rcu().notes().size());
    }

    @Test
    void rcuAsBy411() {
        var report = RoundTrip.exact("""
                ===============================
                [ ERR: suspicious RCU usage.  ]
                4.11.0-rc4+ #1 Not tainted
                -------------------------------
                ./include/linux/rcupdate.h:569 Illegal context switch in RCU read-side critical section!

                other info that might help us debug this:


                rcu_scheduler_active = 2, debug_locks = 0
                1 lock held by x/77:
                 #0:  (rcu_read_lock){......}, at: [<ffffffff81000005>] fu+0x12/0x34

                stack backtrace:
                CPU: 1 PID: 77 Comm: x Not tainted 4.11.0-rc4+ #1
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals(
                "Illegal context switch in RCU read-side critical section",
                report.lockdep().rcu().message());
    }

    @Test
    void rcuWithoutLockdep() {
        var report = RoundTrip.exact("""
                =============================
                WARNING: suspicious RCU usage
                5.15.85-dirty #81~20.04.1-Ubuntu Not tainted
                -----------------------------
                net/mptcp/sched.c:12 RCU-list traversed in non-reader section!!

                other info that might help us debug this:


                RCU used illegally from offline CPU!
                rcu_scheduler_active = 2, debug_locks = 0
                Possible false positive due to lockdep disabling via debug_locks = 0
                INFO: lockdep is turned off.

                stack backtrace:
                CPU: 1 PID: 77 Comm: x Not tainted 5.15.85-dirty #81~20.04.1-Ubuntu 71a6ba3e92c5211ab6683faf0d5214fdae23abf4
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertTrue(report.lockdep().turnedOff());
        assertEquals(
                "RCU-list traversed in non-reader section!",
                report.lockdep().rcu().message());
        assertEquals("#81~20.04.1-Ubuntu", report.system().build());
    }

    @Test
    void rcuOnS390() {
        var report = RoundTrip.exact("""
                =============================
                WARNING: suspicious RCU usage
                6.8.1 #1 Not tainted
                -----------------------------
                mm/a.c:12 cgroup_mutex or RCU read lock required!

                other info that might help us debug this:


                rcu_scheduler_active = 2, debug_locks = 1
                1 lock held by x/77:
                 #0: 0000000081234567 (&a->b){+.+.}-{3:3}, at: fu+0x12/0x34

                stack backtrace:
                CPU: 1 PID: 77 Comm: x Not tainted 6.8.1 #1
                Hardware name: IBM 8561 T01 701 (z/VM 7.3.0)
                Call Trace:
                 [<0000000000112233>] dump_stack_lvl+0x12/0x34
                ([<0000000000112234>] fu+0x12/0x34)
                1 lock held by x/77:
                 #0: 0000000081234567 (&a->b){+.+.}-{3:3}, at: fu+0x12/0x34
                """);
        assertEquals(2, report.lockdep().held().size());
        assertFalse(report.backtrace().frames().get(1).reliable());
    }

    @Test
    void nonStaticKeyAsBy57() {
        var report = RoundTrip.exact("""
                INFO: trying to register non-static key.
                the code is fine but needs lockdep annotation.
                turning off the locking correctness validator.
                CPU: 1 PID: 77 Comm: x Not tainted 5.7.14 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals(2, report.lockdep().notes().size());
    }

    @Test
    void nonStaticKeyAsByNow() {
        var report = RoundTrip.exact("""
                INFO: trying to register non-static key.
                The code is fine but needs lockdep annotation, or maybe
                you didn't initialize this object before use?
                turning off the locking correctness validator.
                CPU: 1 UID: 0 PID: 77 Comm: x Not tainted syzkaller #0 PREEMPT(full)
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals(3, report.lockdep().notes().size());
    }

    @Test
    void subclass() {
        var report = RoundTrip.exact("""
                BUG: looking up invalid subclass: 8
                turning off the locking correctness validator.
                CPU: 1 PID: 77 Comm: x Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("lockdep-invalid-subclass", report.kind());
    }

    @Test
    void limitOfDepth() {
        var report = RoundTrip.exact("""
                BUG: MAX_LOCK_DEPTH too low!
                turning off the locking correctness validator.
                depth: 48  max: 48!
                2 locks held by x/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                 #1: ffff88801c3b2d18 (&y->lock/1){+.+.}-{3:3}, at: fu+0x12/0x34

                Showing all locks held in the system:
                2 locks held by x/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                 #1: ffff88801c3b2d18 (&y->lock/1){+.+.}-{3:3}, at: fu+0x12/0x34
                1 lock held by y/78:

                =============================================

                CPU: 1 PID: 77 Comm: x Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("MAX_LOCK_DEPTH", report.lockdep().limit().name());
        assertEquals(48, report.lockdep().limit().max());
        assertEquals(3, report.lockdep().held().size());
        assertTrue(report.lockdep().allTasks());
    }

    @Test
    void limitOfKeys() {
        var report = RoundTrip.exact("""
                BUG: MAX_LOCKDEP_KEYS too low!
                turning off the locking correctness validator.
                Please attach the output of /proc/lock_stat to the bug report
                CPU: 1 PID: 77 Comm: x Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("MAX_LOCKDEP_KEYS", report.lockdep().limit().name());
    }

    @Test
    void limitOfStacks() {
        var report = RoundTrip.exact("""
                BUG: MAX_STACK_TRACE_ENTRIES too low!
                turning off the locking correctness validator.
                CPU: 1 PID: 77 Comm: x Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("MAX_STACK_TRACE_ENTRIES", report.lockdep().limit().name());
    }
}
