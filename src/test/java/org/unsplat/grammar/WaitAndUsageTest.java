package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.grammar.lock.LockLine;
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
                "taken in hardirq context, never with it enabled", states.get(0).meaning());
        assertEquals(
                "never taken in hardirq context, nor with it enabled",
                states.get(1).meaning());
        assertEquals(
                "taken with softirq enabled, never in its context",
                states.get(2).meaning());
        assertEquals(
                "taken in softirq context, and with it enabled", states.get(3).meaning());
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
                "taken with hardirq enabled, never in its context",
                lock.usageDecoded().get(0).meaning());
        assertEquals(
                "not known: lockdep does not follow softirqs on PREEMPT_RT",
                lock.usageDecoded().get(2).meaning());
    }
}
