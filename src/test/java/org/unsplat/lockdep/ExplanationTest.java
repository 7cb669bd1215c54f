package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Report;
import org.unsplat.triage.SampleReports;

/** What the facts add up to, where no sample says it. */
class ExplanationTest {

    /** @param held the list of held locks, with its heading */
    private static String waitContext(String wanted, String context, String held) {
        return SampleReports.reports("""
                =============================
                [ BUG: Invalid wait context ]
                6.12.0-toy #1 Not tainted
                -----------------------------
                swapper/0/0 is trying to lock:
                ffffffff82f0a1a0 (toy_lock){....}-{%s}, at: toy_irq+0x1b/0x40
                other info that might help us debug this:
                context-{%s}
                %s
                stack backtrace:
                CPU: 0 UID: 0 PID: 0 Comm: swapper/0 Not tainted 6.12.0-toy #1
                Call Trace:
                 <IRQ>
                 dump_stack_lvl+0x68/0x90
                 toy_irq+0x1b/0x40
                 </IRQ>
                 <TASK>
                 toy_idle+0x1b/0x40
                 </TASK>
                """.formatted(wanted, context, held))
                .get(0)
                .explanation();
    }

    @Test
    void theContextForbidsWhatNoHeldLockDoes() {
        assertEquals(
                "swapper/0/0 takes toy_lock in toy_irq, of wait type 3 (spinlock or sleeping lock), in a context that allows wait type 2 (raw spinlock or spinlock) at most.",
                waitContext("3:3", "2:2", "no locks held by swapper/0/0."));
        assertEquals(
                "swapper/0/0 takes toy_lock in toy_irq, of wait type 4 (sleeping lock), in a context that allows wait type 3 (spinlock) at most.",
                waitContext(
                        "4:4",
                        "3:3",
                        "1 lock held by swapper/0/0:\n #0: ffffffff82f0a1b0 (toy_map){....}-{0:0}, at: toy_irq+0x1b/0x40"));
    }

    @Test
    void theStrictestLockThatIsHeldForbids() {
        var held = "3 locks held by swapper/0/0:\n #0: ffffffff82f0a1b0 (toy_spin){....}-{3:3}, at: toy_a+0x1b/0x40\n"
                + " #1: ffffffff82f0a1c0 (toy_raw){....}-{2:2}, at: toy_b+0x1b/0x40\n"
                + " #2: ffffffff82f0a1d0 (toy_old){....}, at: toy_c+0x1b/0x40";
        assertEquals(
                "swapper/0/0 takes toy_lock in toy_irq, of wait type 4 (sleeping lock), while it holds toy_raw, taken in toy_b, "
                        + "which allows wait type 2 (raw spinlock) at most.",
                waitContext("4:4", "5:5", held));
    }

    /** {@code check_wait_context} stops at the first lock of another interrupt context. */
    @Test
    void aLockOfTheInterruptedTaskForbidsNothing() {
        var held =
                "2 locks held by swapper/0/0:\n #0: ffffffff82f0a1b0 (toy_raw){....}-{2:2}, at: toy_idle+0x10/0x40\n";
        var ofIrq = " #1: ffffffff82f0a1c0 (toy_irq_raw){....}-{2:2}, at: toy_tick+0x1b/0x40";
        assertEquals(
                "swapper/0/0 takes toy_lock in toy_irq, of wait type 3 (spinlock), while it holds toy_irq_raw, taken in toy_tick, "
                        + "which allows wait type 2 (raw spinlock) at most.",
                waitContext("3:3", "3:3", held + ofIrq));
        assertNull(waitContext("3:3", "3:3", held + ofIrq.replace("{2:2}", "{3:3}")));
    }

    /** A list that the kernel could not print whole would make it a guess. */
    @Test
    void whereNothingForbidsNothingIsSaid() {
        assertNull(waitContext("3:3", "3:3", "no locks held by swapper/0/0."));
    }

    /** Lock 0 is wanted, the last one is held. */
    private static Report cycle(int locks) {
        var text = new StringBuilder("""
                ======================================================
                WARNING: possible circular locking dependency detected
                6.12.0-toy #1 Not tainted
                ------------------------------------------------------
                toyd/7 is trying to acquire lock:
                ffffffff82f0a1a0 (toy_0){+.+.}-{4:4}, at: class_toy_guard_constructor+0x1b/0x40

                but task is already holding lock:
                ffffffff82f0a1b0 (toy_%d){+.+.}-{4:4}, at: toy_close+0x1b/0x40

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:
                """.formatted(locks - 1));
        for (int i = locks - 1; i >= 0; i--) {
            text.append("""

                    -> #%1$d (toy_%1$d){+.+.}-{4:4}:
                           lock_acquire+0xa5/0x290
                           mutex_lock_nested+0x1b/0x40
                           class_toy_guard_constructor+0x1b/0x40
                           toy_take_%1$d+0x1b/0x40
                    """.formatted(i));
        }
        return SampleReports.reports(text.toString()).get(0);
    }

    @Test
    void everyEdgeOfACycleIsNamedOrCounted() {
        assertEquals(
                "toyd/7 takes toy_0 in toy_take_0 while it holds toy_2, taken in toy_close, which closes a cycle of 3 locks: "
                        + "toy_take_1 took toy_1 while toy_0 was held and toy_take_2 took toy_2 while toy_1 was held.",
                cycle(3).explanation());
        assertEquals(
                "toyd/7 takes toy_0 in toy_take_0 while it holds toy_6, taken in toy_close, which closes a cycle of 7 locks: "
                        + "toy_take_1 took toy_1 while toy_0 was held, toy_take_2 took toy_2 while toy_1 was held, "
                        + "toy_take_3 took toy_3 while toy_2 was held, toy_take_4 took toy_4 while toy_3 was held "
                        + "and 2 more edges.",
                cycle(7).explanation());
    }

    @Test
    void theOrderHasEveryEdgeTheClosingOneLast() {
        assertEquals(
                List.of(
                        "toy_0 -> toy_1 by toy_take_1",
                        "toy_1 -> toy_2 by toy_take_2",
                        "toy_2 -> toy_3 by toy_take_3",
                        "toy_3 -> toy_0 by toy_take_0"),
                cycle(4).lockdep().order().stream()
                        .map(edge -> edge.held() + " -> " + edge.taken() + " by " + edge.by())
                        .toList());
    }

    private static String limit(String name) {
        return SampleReports.reports("""
                BUG: %s too low!
                turning off the locking correctness validator.
                CPU: 1 PID: 61 Comm: toyd Not tainted 6.1.0-toy #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x62/0x90
                 toy_open+0x1b/0x40
                 </TASK>
                """.formatted(name)).get(0).explanation();
    }

    @Test
    void aLimitSaysWhatRanOutAndWhatRaisesIt() {
        assertEquals(
                "Lockdep has switched itself off: it ran out of room for dependencies between locks. "
                        + "CONFIG_LOCKDEP_BITS raises it, in Linux 5.13 and later. toyd/61 was in toy_open then.",
                limit("MAX_LOCKDEP_ENTRIES"));
        assertEquals(
                "Lockdep has switched itself off: it ran out of room for stack traces. "
                        + "CONFIG_LOCKDEP_STACK_TRACE_BITS raises it, in Linux 5.13 and later. toyd/61 was in toy_open then.",
                limit("MAX_STACK_TRACE_ENTRIES"));
        assertEquals(
                "Lockdep has switched itself off: it ran out of lock classes. "
                        + "No CONFIG option raises their number. toyd/61 was in toy_open then.",
                limit("MAX_LOCKDEP_KEYS"));
        assertNull(limit("MAX_LOCKDEP_TOYS"));
    }

    /** @param registered the first frames of the stack that made the lock unsafe */
    private static String inconsistent(String registered) {
        return SampleReports.reports("""
                ================================
                WARNING: inconsistent lock state
                6.12.0-toy #1 Not tainted
                --------------------------------
                inconsistent {HARDIRQ-ON-W} -> {IN-HARDIRQ-W} usage.
                toyd/7 [HC1[1]:SC0[0]:HE0:SE1] takes:
                ffffffff82f0a1a0 (toy){?.+.}-{3:3}, at: toy_irq+0x1b/0x40
                {HARDIRQ-ON-W} state was registered at:
                %s  toy_open+0x1b/0x40
                """.formatted(registered)).get(0).explanation();
    }

    /** That a lock was held when an irq was enabled must show in the stack. */
    @Test
    void howALockBecameUnsafeIsSaidAsTheStackShowsIt() {
        var before = "toy is taken in a hardirq by toy_irq, but was ";
        var after = " by toy_open: a hardirq that comes in while it is held would deadlock.";
        assertEquals(
                before + "taken with hardirqs on" + after,
                inconsistent("  lock_acquire+0x1b/0x40\n  _raw_spin_lock+0x1b/0x40\n"));
        assertEquals(
                before + "held when hardirqs were enabled" + after,
                inconsistent("  mark_held_locks+0x1b/0x40\n  trace_hardirqs_on+0x1b/0x40\n"
                        + "  _raw_spin_unlock_irq+0x1b/0x40\n"));
        assertEquals(before + "held with hardirqs on" + after, inconsistent(""));
    }

    /** The kernel prints this in place of a lock that another task has changed meanwhile. */
    @Test
    void aReleasedLockHasNoName() {
        assertEquals(
                "insmod/44 takes lkt_a in lkt_b, a lock of the same class as one that it took and still holds.",
                SampleReports.reports("""
                        ============================================
                        WARNING: possible recursive locking detected
                        6.12.117 #1 Not tainted
                        --------------------------------------------
                        insmod/44 is trying to acquire lock:
                        ffffffffa00047b8 (lkt_a){+.+.}-{3:3}, at: lkt_b+0x18/0x80

                        but task is already holding lock:
                        <RELEASED>

                        other info that might help us debug this:
                        1 lock held by insmod/44:
                         #0: ffffffffa00047b8 (lkt_a){+.+.}-{3:3}, at: lkt_b+0x18/0x80

                        stack backtrace:
                        CPU: 1 UID: 0 PID: 44 Comm: insmod Not tainted 6.12.117 #1
                        Call Trace:
                         lkt_b+0x18/0x80
                        """).get(0).explanation());
    }

    /** Kernels before 3.2 begin with a verb; a name of the code stays as it is. */
    @Test
    void aSentenceBeginsWithACapital() {
        var what = "suspicious rcu_dereference_check() usage!";
        for (var said : List.of(
                "Suspicious rcu_dereference_check() usage",
                "Invoked rcu_dereference_check() without protection",
                "Illegal context switch in RCU read-side critical section",
                "rcu_read_lock() used illegally while idle")) {
            var printed = said.replaceFirst("^(?:S|Inv)", said.startsWith("S") ? "s" : "inv");
            assertEquals(
                    said + " at drivers/toy/toy.c:94, with no lock held.",
                    SampleReports.reports(SampleReports.RCU.replace(what, printed + "!"))
                            .get(0)
                            .explanation());
        }
    }
}
