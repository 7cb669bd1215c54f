package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Races, as each era of kernels prints them. */
class KcsanByVersionTest {

    @Test
    void asBy58() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a / foo_b [mod_x]

                write (marked) to 0xffff88801c3b2d18 of 4 bytes by interrupt on cpu 0:
                 foo_a+0x12/0x34
                 irq_exit+0x12/0x34

                read to 0xffff88801c3b2d1a of 1 bytes by task 77 on cpu 1:
                 foo_b+0x12/0x34 [mod_x]
                 0xffffffffa0001234

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 1 PID: 77 Comm: syz-executor.1 Not tainted 5.8.0-syzkaller #0
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 01/01/2011
                ==================================================================
                """);
        assertEquals(List.of("foo_a", "foo_b"), report.race().functions());
        assertEquals("interrupt", report.race().accesses().get(0).context());
        assertEquals("0xffff88801c3b2d1a", report.race().accesses().get(1).address());
        assertEquals(
                "0xffffffffa0001234",
                report.race().accesses().get(1).stack().get(1).address());
    }

    @Test
    void reorderedOnBothSides() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: assert: race in foo_a / foo_a

                read-write (marked, reordered) to 0xffffffffa0002770 of 8 bytes by task 4711 on cpu 0:
                 foo_a+0x12/0x34
                 foo_c+0x12/0x34
                  |
                  +-> reordered to: foo_c+0x56/0x78 [mod_x]

                assert no accesses (reordered) to 0xffffffffa0002770 of 8 bytes by task 77 on cpu 1:
                 foo_a+0x12/0x34
                  |
                  +-> reordered to: foo_d+0x56/0x78

                value changed: 0x0000000000000001 -> 0x0000000000000003
                 bits changed: 0x0000000000000002 with mask 0x000000000000000f

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 1 UID: 1000 PID: 77 Comm: kworker/1:1 Tainted: G        W           6.19.0 #1 PREEMPT_{RT,LAZY}
                Tainted: [W]=WARN
                Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.0-debian-1.16.0-4 04/01/2014
                Workqueue: events foo_fn
                Stopper: a_fn+0x0/0x2 <- b_fn+0x1/0x2
                Sched_ext: simple (enabled)
                ==================================================================
                """);
        assertEquals("kcsan-assert-race", report.kind());
        assertEquals("mod_x", report.race().accesses().get(0).reorderedTo().module());
        assertEquals("foo_d", report.race().accesses().get(1).reorderedTo().function());
        assertEquals("0x0000000000000002", report.race().valueChanged().bitsChanged());
        assertEquals("PREEMPT_{RT,LAZY}", report.system().preempt());
    }

    @Test
    void ofUnknownOrigin() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a+0x12/0x34 [mod_x]

                race at unknown origin, with read to 0xffffffffa0002770 of 2 bytes by interrupt on cpu 3:
                 foo_a+0x12/0x34 [mod_x]

                value changed: 0x0001 -> 0x0003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 3 UID: 0 PID: 0 Comm: swapper/3 Not tainted 6.12.0 #1
                ==================================================================
                """);
        assertTrue(report.race().unknownOrigin());
        assertEquals("0x0002", report.race().valueChanged().flipped());
        assertEquals(List.of("foo_a"), report.race().functions());
    }

    @Test
    void ofUnknownOriginWithoutAValue() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: assert: race in foo_a+0x12/0x34

                race at unknown origin, with assert no writes (scoped) to 0xffffffffa0002770 of 2 bytes by task 3 on cpu 3:
                 foo_a+0x12/0x34

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 3 PID: 3 Comm: x Not tainted 5.10.198 #1
                ==================================================================
                """);
        assertTrue(report.race().accesses().get(0).isAssert());
        assertNull(report.race().valueChanged());
    }

    @Test
    void ofUnknownOriginWithLocks() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a+0x12/0x34

                race at unknown origin, with write (marked, scoped) to 0xffffffffa0002770 of 2 bytes by task 3 on cpu 3:
                 foo_a+0x12/0x34

                no locks held by x/3.
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0

                value changed: 0x0001 -> 0x0003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 3 PID: 3 Comm: x Not tainted 5.15.85 #1
                ==================================================================
                """);
        assertEquals(134L, report.race().accesses().get(0).irqTrace().eventStamp());
    }

    @Test
    void withLocksOnOneSide() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a / foo_b

                write to 0xffff88801c3b2d18 of 4 bytes by task 76 on cpu 0:
                 foo_a+0x12/0x34
                  |
                  +-> reordered to: foo_d+0x56/0x78

                2 locks held by y/76:
                 #0: ffff88801c3b2d18 (rcu_read_lock){....}-{1:3}, at: foo_a+0x12/0x34
                 #1: ffff88801c3b2d18 (&x->lock){+.+.}-{3:3}, at: foo_a+0x12/0x34
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0

                read to 0xffff88801c3b2d18 of 4 bytes by task 77 on cpu 1:
                 foo_b+0x12/0x34

                INFO: lockdep is turned off.

                value changed: 0x00000001 -> 0x00000003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 1 PID: 77 Comm: x Not tainted 6.8.1 #1 71a6ba3e92c5211ab6683faf0d5214fdae23abf4
                ==================================================================
                """);
        assertEquals(2, report.race().accesses().get(0).held().get(0).locks().size());
        assertEquals(
                "spinlock",
                report.race()
                        .accesses()
                        .get(0)
                        .held()
                        .get(0)
                        .locks()
                        .get(1)
                        .waitTypes()
                        .outerMeans());
        assertTrue(report.race().accesses().get(1).lockdepOff());
    }

    @Test
    void asByThePrototype() {
        var report = RoundTrip.read("""
                ==================================================================
                BUG: KCSAN: racing read in foo_a+0x12/0x34

                race at unknown origin, with read to 0xffffffffa0002770 of 8 bytes by NMI on cpu 3:
                 foo_a+0x12/0x34

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 3 PID: 3 Comm: x Not tainted 5.3.0+ #1
                ==================================================================
                """);
        assertEquals("kcsan-data-race", report.kind());
        assertTrue(report.race().unknownOrigin());
    }

    @Test
    void symbolisedBySyzkaller() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a / foo_b

                write to 0xffff88801c3b2d18 of 4 bytes by task 76 on cpu 0:
                 inner_fn include/linux/a.h:12 [inline]
                 __list_add include/linux/list.h:-1 [inline]
                 foo_a+0x12/0x34 mm/a.c:77
                 foo_m+0x12/0x34 drivers/m.c:-1 [mod_x]
                 <rnull::NullBlkModule as kernel::InPlaceModule>::init+0x904/0xc30 drivers/block/rnull.rs:12
                 core::ptr::drop_in_place::<kernel::x> rust/a.rs:1 [inline]
                 foo_z.llvm.1234+0x12/0x34 mm/z.c:1

                read to 0xffff88801c3b2d18 of 4 bytes by task 77 on cpu 1:
                 foo_b+0x12/0x34 mm/b.c:1

                value changed: 0x00000001 -> 0x00000003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 1 UID: 0 PID: 77 Comm: syz.0.1 Not tainted syzkaller #0 PREEMPT(full)
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 10/02/2025
                ==================================================================
                """);
        assertEquals(7, report.race().accesses().get(0).stack().size());
        assertNull(report.race().accesses().get(0).stack().get(1).line());
        assertEquals("mod_x", report.race().accesses().get(0).stack().get(3).module());
        assertEquals(
                "<rnull::NullBlkModule as kernel::InPlaceModule>::init",
                report.race().accesses().get(0).stack().get(4).function());
    }

    @Test
    void withTheTitleSymbolised() {
        var report = RoundTrip.read("""
                ==================================================================
                BUG: KCSAN: data-race in inl include/a.h:1 [inline]
                BUG: KCSAN: data-race in foo_a+0x12/0x34 mm/a.c:12

                race at unknown origin, with read to 0xffffffffa0002770 of 2 bytes by interrupt on cpu 3:
                 inl include/a.h:1 [inline]
                 foo_a+0x12/0x34 mm/a.c:12

                value changed: 0x0001 -> 0x0003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 3 PID: 0 Comm: swapper/3 Not tainted 6.8.0 #1
                ==================================================================
                """);
        assertEquals(List.of("foo_a"), report.race().functions());
    }

    @Test
    void decodedByTheKernelsScript() {
        var report = RoundTrip.exact("""
                ==================================================================
                BUG: KCSAN: data-race in foo_a / foo_b

                write to 0xffff88801c3b2d18 of 4 bytes by task 76 on cpu 0:
                foo_a (a.h:10 b.h:20 (discriminator 3) mm/a.c:30 (discriminator 1))
                foo_m (drivers/m.c:12) mod_x
                foo_u (??:?)
                foo_k (kbuild/src/x86_64/mm/a.c:12)
                 raw_fn+0x12/0x34

                read to 0xffff88801c3b2d18 of 4 bytes by task 77 on cpu 1:
                foo_b (mm/b.c:12 (discriminator 3))

                value changed: 0x00000001 -> 0x00000003

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 1 PID: 77 Comm: x Not tainted 6.8.1 #1
                ==================================================================
                """);
        var stack = report.race().accesses().get(0).stack();
        assertEquals(2, stack.get(0).inlinedAt().size());
        assertEquals(30, stack.get(0).line());
        assertEquals(1, stack.get(0).discriminator());
        assertEquals("mod_x", stack.get(1).module());
        assertNull(stack.get(2).line());
        assertEquals("kbuild/src/x86_64/mm/a.c", stack.get(3).file());
    }
}
