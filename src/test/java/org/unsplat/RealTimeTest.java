package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Report;
import org.unsplat.model.SystemInfo;
import org.unsplat.render.clean.TrimmedText;
import org.unsplat.scan.Kinds;

/** Whether a report is of a kernel with PREEMPT_RT, as its own lines or those of the boot tell. */
class RealTimeTest {

    private static final String BANNER = "Linux version 6.12.0-toy (lab@lab) (gcc (Debian 12.2.0-14) 12.2.0, "
            + "GNU ld 2.40) #1 SMP PREEMPT_RT Sun Nov 29 07:41:03 UTC 2026";
    private static final String OTHER = BANNER.replace("PREEMPT_RT", "PREEMPT_DYNAMIC");

    private static final String REPORT = """
            =====================================
            WARNING: bad unlock balance detected!
            6.12.0-toy #1 Not tainted
            -------------------------------------
            toyd/7 is trying to release lock (toy_lock) at:
            toy_close+0x1b/0x40
            but there are no more locks to release!

            other info that might help us debug this:
            1 lock held by toyd/7:
             #0: ffffffff82f0a1a0 (toy_other){+.+.}-{4:4}, at: toy_open+0x1b/0x40

            stack backtrace:
            CPU: 0 UID: 0 PID: 7 Comm: toyd Not tainted 6.12.0-toy #1
            Call Trace:
             <TASK>
             dump_stack_lvl+0x68/0x90
             lock_release+0x1b/0x40
             toy_close+0x1b/0x40
             do_syscall_64+0x1b/0x40
             </TASK>
            """;

    private static String timed(String text) {
        return text.lines().map(line -> "[   12.345678] " + line + "\n").collect(Collectors.joining());
    }

    private static Report only(String log) {
        var reports = RoundTrip.all(log);
        assertEquals(1, reports.size());
        return reports.get(0);
    }

    private static String softirq(Report report) {
        return report.lockdep()
                .held()
                .get(0)
                .locks()
                .get(0)
                .usageDecoded()
                .get(2)
                .meaning();
    }

    @Test
    void theBannerTells() {
        var report = only(timed(BANNER + "\nCommand line: quiet\n" + REPORT));
        assertTrue(report.system().preemptRt());
        assertEquals(BANNER, report.system().linuxBanner());
        assertEquals("not known: lockdep does not follow softirqs on PREEMPT_RT", softirq(report));
        assertEquals(
                "spinlock, which sleeps on PREEMPT_RT",
                only(timed(BANNER + "\n" + REPORT.replace("){+.+.}-{4:4}", "){+.+.}-{3:4}")))
                        .lockdep()
                        .held()
                        .get(0)
                        .locks()
                        .get(0)
                        .waitTypes()
                        .outerMeans());
    }

    @Test
    void theLastBannerCounts() {
        var reports = RoundTrip.all(timed(BANNER + "\n" + REPORT + OTHER + "\n" + REPORT));
        assertEquals(
                List.of(true, false),
                reports.stream().map(report -> report.system().preemptRt()).toList());
        assertEquals("held with softirq enabled, never taken in its context", softirq(reports.get(1)));
    }

    @Test
    void theBannerOfAnotherKernelTellsNothing() {
        assertFalse(only(timed(BANNER.replace("6.12.0-toy", "6.12.1-toy") + "\n" + REPORT))
                .system()
                .preemptRt());
        assertFalse(
                only(timed(BANNER.replace("#1", "#2") + "\n" + REPORT)).system().preemptRt());
    }

    /** The next mail of a mailbox is about another kernel. */
    @Test
    void theBannerOfAnotherMailTellsNothing() {
        var mail = "From x@y Mon Nov 30 09:00:00 2026\nFrom: x@y\nSubject: z\n\n";
        assertTrue(only(mail + timed(BANNER + "\n" + REPORT)).system().preemptRt());
        assertFalse(only(mail + timed(BANNER) + "\n" + mail + timed(REPORT))
                .system()
                .preemptRt());
    }

    /** A banner without times may be wrapped, into a few pieces that end with the year. */
    @Test
    void aWrappedBannerTells() {
        assertEquals(BANNER, wrapped("\n", "").linuxBanner());
        assertTrue(wrapped("\n", "").preemptRt());
        assertFalse(wrapped("\n\n", "").preemptRt());
        assertEquals(BANNER, wrapped("\n", "Command line: quiet\n").linuxBanner());
    }

    /** So may one with a time, whose further pieces have none. */
    @Test
    void aWrappedBannerWithATimeTells() {
        var pieces =
                "[    0.000000] " + BANNER.replace(" 12.2.0, ", " 12.2.0,\n").replace(" #1 ", "\n#1 ") + "\n";
        assertEquals(BANNER, only(pieces + timed(REPORT)).system().linuxBanner());
        assertNull(only(pieces.replace("\n#1", "\n[    0.000001] #1") + timed(REPORT))
                .system()
                .linuxBanner());
        var onTerminal = ("[    0.000000] " + BANNER).replaceAll("(?s)(.{80})", "$1\n") + "\n";
        assertEquals(BANNER, only(onTerminal + timed(REPORT)).system().linuxBanner());
    }

    /** Where no rule knows the prefix, only the report shows it, which is below. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jun 25 12:00:00 ",
                "W/kernel  (    0): ",
                "2024-06-25 12:00:00.123 +0200     0     0 W         : "
            })
    void aBannerBehindAnUnknownPrefixTells(String prefix) {
        var log = (BANNER + "\n" + REPORT)
                .lines()
                .map(line -> prefix + line + "\n")
                .collect(Collectors.joining());
        assertEquals(BANNER, only(log).system().linuxBanner());
    }

    private static SystemInfo wrapped(String between, String below) {
        var pieces = BANNER.replace(" 12.2.0, ", " 12.2.0," + between).replace(" #1 ", between + "#1 ");
        return only(pieces + "\n" + below + REPORT).system();
    }

    /** What clean writes tells it again, and of this report alone. */
    @Test
    void theCanonicalTextKeepsIt() {
        var report = only(timed(BANNER + "\nCommand line: quiet\n" + REPORT));
        var text = String.join("\n", RoundTrip.clean(report)) + "\n";
        assertEquals(BANNER, text.lines().findFirst().orElseThrow());
        var again = RoundTrip.all(text + "\n" + REPORT + "\n" + text);
        assertEquals(ReportFacts.of(report), ReportFacts.of(again.get(0)));
        assertFalse(again.get(1).system().preemptRt());
        assertEquals(ReportFacts.of(report), ReportFacts.of(again.get(2)));
        assertTrue(again.get(0).complete() && again.get(1).complete());
        assertEquals(
                List.of(ReportFacts.of(report)), ReportFacts.of(ReportFacts.reports(TextTransforms.wrapped(text))));
    }

    /** No line of a quiet log is read but those near something that matters: a banner does. */
    @Test
    void aBannerIsNotPassedOver() {
        var quiet = "eth0: link becomes ready\n".repeat(20_000);
        assertTrue(only(timed(quiet + BANNER + "\n" + quiet + REPORT)).system().preemptRt());
        assertFalse(only(timed(BANNER + "\n" + quiet + OTHER + "\n" + quiet + REPORT))
                .system()
                .preemptRt());
    }

    /** The report's own lines tell it, each in its way; then no banner is kept. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lock_release+0x1b/0x40 | rt_spin_unlock+0x1b/0x40 | true",
                "lock_release+0x1b/0x40 | __ww_rt_mutex_lock+0x1b/0x40 | true",
                "lock_release+0x1b/0x40 | toy_put+0x1b/0x40 include/linux/spinlock_rt.h:44 | true",
                "lock_release+0x1b/0x40 | mutex_unlock+0x1b/0x40 kernel/locking/rtmutex_api.c:600 | true",
                "lock_release+0x1b/0x40 | rt_mutex_unlock+0x1b/0x40 kernel/locking/rtmutex_api.c:600 | false",
                "6.12.0-toy | 5.10.9-rt24 | true",
                "6.12.0-toy | 5.10.9-start24 | false",
                "#1 | #1 PREEMPT_RT | true"
            })
    void theReportTells(String old, String now, boolean isTold) {
        var report = only(REPORT.replace(" " + old, " " + now).replace("\n" + old, "\n" + now));
        assertEquals(isTold, report.system().preemptRt());
        assertNull(report.system().linuxBanner());
    }

    /** A mutex is an rt_mutex on such a kernel alone. */
    @Test
    void aMutexThatIsMadeOfAnRtMutexTells() {
        var slow = " rt_mutex_slowunlock+0x1b/0x40\n ";
        assertTrue(only(REPORT.replace(" lock_release", slow + "mutex_unlock"))
                .system()
                .preemptRt());
        assertFalse(only(REPORT.replace(" lock_release", slow + "rt_mutex_unlock"))
                .system()
                .preemptRt());
        assertFalse(only(REPORT.replace(" lock_release", slow + "toy_put+0x1/0x2\n mutex_unlock"))
                .system()
                .preemptRt());
    }

    /** What takes and waits for a lock there is no more of use than its like elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rt_spin_lock_nested",
                "rt_read_lock",
                "rt_write_lock_nested",
                "rwbase_write_lock",
                "rwbase_read_lock.constprop.0",
                "rt_mutex_slowlock_block.constprop.0",
                "__rt_mutex_slowlock_locked.isra.0",
                "rt_mutex_schedule",
                "rtlock_slowlock_locked",
                "schedule_rtlock",
                "__ww_rt_mutex_lock"
            })
    void theTrimmedTextHasNoLockFunction(String function) {
        var report = only(REPORT.replace("lock_release+", function + "+"));
        var text = String.join("\n", new TrimmedText(Kinds.all()).lines(report));
        assertTrue(text.contains("\nCall Trace:\n toy_close"), text);
        assertTrue(report.backtrace().frames().stream().anyMatch(frame -> function.equals(frame.function())));
    }
}
