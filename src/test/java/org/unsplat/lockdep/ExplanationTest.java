package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
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
                "swapper/0/0 takes toy_lock in toy_irq, of wait type 3, in a context that allows wait type 2 at most.",
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
}
