package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.grammar.stack.Symbol;
import org.unsplat.model.Backtrace;
import org.unsplat.model.UsageState;
import org.unsplat.model.WaitTypes;

/** Letters and numbers in words. */
class WaitAndUsageTest {

    private static WaitTypeNames names(WaitTypes context, String... locks) {
        var builder = new ReportBuilder();
        builder.waitContext = context;
        for (var lock : locks) {
            builder.holding.add(LockLine.parse(lock));
        }
        return WaitTypeNames.of(builder);
    }

    @Test
    void theReportTellsWhichNumbersItUses() {
        assertEquals(WaitTypeNames.RAW_NESTING, names(new WaitTypes(5, 5)));
        assertEquals(WaitTypeNames.PLAIN, names(new WaitTypes(4, 4)));
        assertEquals(WaitTypeNames.RAW_NESTING, names(null, "(a){+.+.}-{4:4}"));
        assertEquals(WaitTypeNames.RAW_NESTING, names(null, "(rcu_read_lock){....}-{1:3}"));
        assertEquals(WaitTypeNames.PLAIN, names(null, "(rcu_read_lock){....}-{1:2}"));
        assertEquals(WaitTypeNames.UNKNOWN, names(null, "(rcu_read_lock_sched){....}-{1:2}"));
        assertEquals(WaitTypeNames.UNKNOWN, names(null, "(a){+.+.}-{3:3}"));
        assertEquals(WaitTypeNames.UNKNOWN, names(null, "(a){+.+.}"));
    }

    @Test
    void lettersComeInPairs() {
        var states = UsageDecoder.decode("-.+?..");
        assertEquals(
                List.of("HARDIRQ", "HARDIRQ", "SOFTIRQ", "SOFTIRQ", "RECLAIM_FS", "RECLAIM_FS"),
                states.stream().map(UsageState::state).toList());
        assertEquals(
                "taken in hardirq context, never held with it enabled",
                states.get(0).meaning());
        assertEquals(
                "never taken in hardirq context, nor held with it enabled",
                states.get(1).meaning());
        assertEquals(
                "held with softirq enabled, never taken in its context",
                states.get(2).meaning());
        assertEquals(
                "taken in softirq context, and held with it enabled",
                states.get(3).meaning());
        assertEquals("read", states.get(3).access());
    }

    /** A lock that is not checked has no letters either. */
    @Test
    void withoutAnyLetterNothingIsDenied() {
        assertEquals(
                "not marked: not seen in hardirq context, nor with it enabled, or not checked",
                UsageDecoder.decode("....").get(0).meaning());
    }

    @Test
    void onPreemptRtASpinlockSleepsAndSoftirqsAreNotFollowed() {
        var builder = new ReportBuilder();
        builder.waitContext = new WaitTypes(5, 5);
        builder.acquiring = LockLine.parse("(toy){+...}-{3:3}");
        builder.system.preempt = "PREEMPT_RT";
        var lock = LockDecoder.of(builder).decode(builder.acquiring);
        assertEquals("spinlock, which sleeps on PREEMPT_RT", lock.waitTypes().outerMeans());
        assertEquals(
                "held with hardirq enabled, never taken in its context",
                lock.usageDecoded().get(0).meaning());
        assertEquals(
                "not known: lockdep does not follow softirqs on PREEMPT_RT",
                lock.usageDecoded().get(2).meaning());
    }

    /** A reader of RCU of inner type 2 shows the shorter numbering: there a spinlock, though it sleeps, is of type 2. */
    @Test
    void onPreemptRtTheShorterNumbersMeanSomethingElse() {
        var builder = new ReportBuilder();
        builder.holding.add(LockLine.parse("(rcu_read_lock){....}-{1:2}"));
        builder.system.kernel = "5.10.9-rt24";
        var lock = LockDecoder.of(builder).decode(LockLine.parse("(toy){+...}-{2:3}"));
        assertEquals(
                "raw spinlock, or spinlock, which sleeps on PREEMPT_RT",
                lock.waitTypes().outerMeans());
        assertEquals("sleeping lock", lock.waitTypes().innerMeans());
    }

    /** Type 3 is a spinlock's where raw nesting is checked, else a mutex's: which one it is stands in the trace. */
    @Test
    void theFunctionThatTakesTheLockTellsTheNumbers() {
        assertEquals(WaitTypeNames.RAW_NESTING, taken("_raw_spin_lock_irqsave"));
        assertEquals(WaitTypeNames.PLAIN, taken("down_write"));
        assertEquals(WaitTypeNames.PLAIN, taken("__mutex_lock"));
        assertEquals(WaitTypeNames.UNKNOWN, taken("toy_lock_it"));
    }

    private static WaitTypeNames taken(String function) {
        var builder = new ReportBuilder();
        builder.acquiring = LockLine.parse("(toy){+...}-{3:3}");
        builder.backtrace = new Backtrace(List.of(
                Symbol.frame("dump_stack_lvl+0x68/0x90"),
                Symbol.frame("lock_acquire+0xc8/0x2f0"),
                Symbol.frame(function + "+0x3d/0x60"),
                Symbol.frame("toy_open+0x1b/0x40")));
        return WaitTypeNames.of(builder);
    }
}
