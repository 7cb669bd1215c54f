package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, addresses and wait types that mislead a reader. */
class HostileNamesTest {

    @Test
    void namesMayHoldAnything() {
        var report = RoundTrip.exact("""
                14 locks held by x/77:
                 #0: ffff88801c3b2d18 (&(&zone->lock)->rlock){....}, at: fu+0x12/0x34
                 #1: ffff88801c3b2d18 (&xt[i].mutex){++++}, at: fu+0x12/0x34
                 #2: ffff88801c3b2d18 (&____s->seqcount#3){....}, at: fu+0x12/0x34
                 #3: ffff88801c3b2d18 ((init_mm).mmap_lock){....}, at: fu+0x12/0x34
                 #4: ffff88801c3b2d18 ((&c->lock)){....}, at: fu+0x12/0x34
                 #5: ffff88801c3b2d18 ((local_lock_t *)&c->lock){....}, at: fu+0x12/0x34
                 #6: ffff88801c3b2d18 ((wq_completion)"events"){....}, at: fu+0x12/0x34
                 #7: ffff88801c3b2d18 ((wq_completion)wg-kex-wireguard1#8){....}, at: fu+0x12/0x34
                 #8: ffff88801c3b2d18 (rtgroup rgno=3 metatype=rmap){....}, at: fu+0x12/0x34
                 #9: ffff88801c3b2d18 (btrfs-tree-01){....}, at: fu+0x12/0x34
                 #10: ffff88801c3b2d18 ((bio completion)){....}, at: fu+0x12/0x34
                 #11: ffff88801c3b2d18 (PL061Data::inner){....}, at: fu+0x12/0x34
                 #12: ffff88801c3b2d18 (a){!..}, at: b (c){++}){-.-.}, at: fu+0x12/0x34
                 #13: <RELEASED>
                """);
        assertEquals(
                "&____s->seqcount",
                report.lockdep().held().get(0).locks().get(2).name());
        assertEquals(
                "rgno=3 metatype=rmap",
                report.lockdep().held().get(0).locks().get(8).detail());
        assertEquals(
                "a){!..}, at: b (c){++}",
                report.lockdep().held().get(0).locks().get(12).classText());
        assertTrue(report.lockdep().held().get(0).locks().get(13).released());
    }

    @Test
    void indentationMayBeLost() {
        var report = RoundTrip.read("""
                =====================================
                WARNING: bad unlock balance detected!
                6.8.1 #1 Not tainted
                -------------------------------------
                x/77 is trying to release lock (&c->lock) at:
                [<(____ptrval____)>] fu+0x12/0x34
                but there are no more locks to release!

                other info that might help us debug this:
                2 locks held by x/77:
                #0: ffff88801c3b2d18 (pl011.rs:12){+.+.}-{3:3}, at: fu+0x12/0x34
                #1: (null) (rust/kernel/sync.rs:12#3/1){....}-{3:3}, at: 0xffffffffa0001234

                stack backtrace:
                CPU: 1 PID: 77 Comm: x Not tainted 6.8.1 #1
                Call trace:
                dump_stack_lvl+0x12/0x34
                fu+0x12/0x34
                """);
        assertEquals("(____ptrval____)", report.lockdep().acquiring().at().addressText());
        assertEquals(
                "pl011.rs:12", report.lockdep().held().get(0).locks().get(0).name());
        assertEquals("(null)", report.lockdep().held().get(0).locks().get(1).addressText());
        assertEquals(3, report.lockdep().held().get(0).locks().get(1).version());
    }

    @Test
    void theDecoderTakesAddressesAndBracketsAway() {
        var report = RoundTrip.exact("""
                =====================================
                WARNING: bad unlock balance detected!
                6.8.1 #1 Not tainted
                -------------------------------------
                x/77 is trying to release lock (&c->lock) at:
                fu (mm/a.c:12)
                but there are no more locks to release!

                other info that might help us debug this:
                no locks held by x/77.

                stack backtrace:
                CPU: 1 PID: 77 Comm: x Not tainted 6.8.1 #1
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                fu (mm/a.c:12)
                fu2 (kbuild/src/x86_64/mm/a.c:12 (discriminator 3) mm/b.c:13) mod_x
                fu3 (??:?)
                 raw+0x12/0x34 [mod_y]
                """);
        assertEquals("mm/a.c", report.lockdep().acquiring().at().file());
        assertEquals("mod_x", report.backtrace().frames().get(1).module());
        assertEquals("mod_y", report.backtrace().frames().get(3).module());
    }

    @Test
    void theDecoderKeepsArmsLetters() {
        var report = RoundTrip.exact("""
                =============================
                [ BUG: Invalid wait context ]
                6.12.0 #1 Not tainted
                -----------------------------
                swapper/0/1 is trying to lock:
                ffffffff8a3b2d18 ((console_sem).lock){-.-.}-{3:3}, at: down_trylock (include/linux/a.h:12 kernel/locking/semaphore.c:139)
                other info that might help us debug this:
                context-{5:5}
                1 lock held by swapper/0/1:
                 #0: ffffffff8a3b2d18 (rcu_read_lock_sched){....}-{1:2}, at: fu (fs/fu.c:12 (discriminator 3)) mod_x
                stack backtrace:
                CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.12.0 #1
                Call Trace:
                 <TASK>
                dump_stack_lvl (lib/dump_stack.c:122)
                fu (fs/fu.c:12 (discriminator 3)) mod_x
                ? fu (fs/fu.c:12) mod_x
                fu (fs/fu.c:12) (P)
                 </TASK>
                """);
        assertEquals("mod_x", report.lockdep().held().get(0).locks().get(0).at().module());
        assertEquals(List.of("P"), report.backtrace().frames().get(3).flags());
        assertFalse(report.backtrace().frames().get(2).reliable());
    }

    @Test
    void waitTypesWithoutRawNesting() {
        var report = RoundTrip.exact("""
                =============================
                [ BUG: Invalid wait context ]
                6.8.1 #1 Not tainted
                -----------------------------
                swapper/0/1 is trying to lock:
                ffffffff8a3b2d18 (&a->mutex){+.+.}-{3:3}, at: fu+0x12/0x34
                other info that might help us debug this:
                context-{2:2}
                1 lock held by swapper/0/1:
                 #0: ffffffff8a3b2d18 (rcu_read_lock){....}-{1:2}, at: fu+0x12/0x34
                stack backtrace:
                CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.8.1 #1
                Call Trace:
                 <IRQ>
                 dump_stack_lvl+0x12/0x34
                 </IRQ>
                 <TASK>
                 fu2+0x12/0x34
                 </TASK>
                """);
        assertEquals("sleeping lock", report.lockdep().acquiring().waitTypes().outerMeans());
        assertEquals("spinning lock", report.lockdep().waitContext().outerMeans());
    }

    @Test
    void waitTypesThatNothingDecides() {
        var report = RoundTrip.exact("""
                =============================
                [ BUG: Invalid wait context ]
                6.8.1 #1 Not tainted
                -----------------------------
                swapper/0/1 is trying to lock:
                ffffffff8a3b2d18 (&a->mutex){+.+.}-{3:3}, at: fu+0x12/0x34
                other info that might help us debug this:
                context-{2:2}
                1 lock held by swapper/0/1:
                 #0: ffffffff8a3b2d18 (rcu_read_lock_sched){....}-{1:2}, at: fu+0x12/0x34
                stack backtrace:
                CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.8.1 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertNull(report.lockdep().acquiring().waitTypes().outerMeans());
    }
}
