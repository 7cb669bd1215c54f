package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.Report;
import org.unsplat.model.UnparsedLine;

/** Lines that a mailer broke where the first part says nothing: the prefixes of a syslog leave it little room. */
class BrokenLineTest {

    private static final String CONSOLE = "[   12.345678][   T45] ";
    private static final String PREFIX = "> Jun 25 12:00:00 host kernel: [   12.345678] ";

    /** Seldom, but some printk calls end in mid-line, and each of the parts has a time. */
    @ParameterizedTest(name = "{0}, printed in two from ''{1}''")
    @CsvSource({
        "kcsan/assert-race/6.12-x86_64-verbose-scoped, irqentry_exit+0x36",
        "lockdep/circular-dependency/6.12-arm64-flush-work, lkt_flush_swork+0x24/0x40 [lkt]",
        "lockdep/held-locks/6.12-arm64-scheduling-while-atomic, '6.12.117 #1'",
    })
    void aConsoleMayBreakALineToo(String sample, String words) {
        assertRejoined(sample, words, CONSOLE, CONSOLE);
    }

    /**
     * The sample's text is what is read of it with this in front of each line, and with that in front of the rest of a
     * broken one.
     */
    private static Report assertRejoined(String sample, String words, String front, String restFront) {
        var text = ReportFacts.canonical(ReportFacts.reports(new Sample(Path.of("samples", sample + ".log")).text())
                .get(0));
        assertTrue(text.contains(" " + words), text);
        var log = text.lines()
                .map(line -> front + line.replace(" " + words, "\n" + restFront + words))
                .collect(Collectors.joining("\n"));
        var reports = ReportFacts.reports(log);
        assertEquals(1, reports.size(), log);
        assertEquals(text, ReportFacts.canonical(reports.get(0)), log);
        return reports.get(0);
    }

    /** What is expected itself is no end of a damaged line. */
    @Test
    void aDamagedLineTakesNoOtherAlong() {
        var log = """
                BUG: sleeping function called from invalid context at kernel/a.c:1
                in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 7, name: a
                2 locks held by a/7:
                 #0: ffff888012345678 (a{+.+.}-{3:3}, at
                 #1: ffff888012345679 (b){+.+.}-{3:3}, at: f+0x1/0x2
                CPU: 0 PID: 7 Comm: a Not tainted 6.1.0 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x1/0x2
                 </TASK>
                """.lines().map(line -> CONSOLE + line).collect(Collectors.joining("\n"));
        var report = ReportFacts.reports(log).get(0);
        assertEquals("b", report.lockdep().held().get(0).locks().get(0).name());
        assertEquals(
                List.of("#0: ffff888012345678 (a{+.+.}-{3:3}, at"),
                report.unparsed().stream().map(UnparsedLine::text).toList());
    }

    /** A trace is read though the line that says who printed it cannot be. */
    @Test
    void aDamagedHeadOfADumpLosesItsTraceNot() {
        var text = new Sample(Path.of("samples/lockdep/internal/6.12-x86_64-unregistered-key.log")).text();
        var damaged = ReportFacts.reports(text.replaceFirst("6\\.12\\.117 #1 *\n", "6.12.117 ?\n"))
                .get(0);
        var whole = ReportFacts.reports(text).get(0);
        assertEquals(whole.backtrace(), damaged.backtrace());
        assertEquals(whole.title(), damaged.title());
        assertEquals(1, damaged.unparsed().size());
    }

    @ParameterizedTest(name = "{0}, broken before ''{1}''")
    @CsvSource({
        "kcsan/data-race/6.12-x86_64-decoded, kct_rd_big [kct] /",
        "kcsan/data-race/6.12-x86_64-decoded, of 8 bytes",
        "kcsan/data-race/6.12-x86_64-decoded, Sanitizer on:",
        "kcsan/data-race/6.12-x86_64-decoded, (arch/x86",
        "kcsan/assert-race/6.12-x86_64-verbose-scoped, to 0x",
        "lockdep/circular-dependency/6.12-arm64-flush-work, dependency detected",
        "lockdep/circular-dependency/6.12-arm64-flush-work, detected",
        "lockdep/circular-dependency/6.12-arm64-flush-work, 71a6ba3e92c5211ab6683faf0d5214fdae23abf4]",
        "lockdep/invalid-wait-context/6.12-x86_64-decoded, (lkt_sa){",
        "lockdep/irq-order/6.12-arm-three-locks, lock order detected",
        "lockdep/irq-order/6.12-arm-three-locks, __lock_acquire+0x1624",
        "lockdep/suspicious-rcu/6.12-x86_64-dereference, ORIG_RAX: ",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, EFLAGS: ",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, 'RCX: '",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, 'R15: '",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, find_held_lock+0x2b",
        "lockdep/circular-dependency/6.12-x86_64-odd-names, Trace:",
    })
    void theReportIsTheSame(String sample, String words) {
        var report = assertRejoined(sample, words, PREFIX, "> ");
        assertTrue(report.foreign().isEmpty(), () -> report.foreign().toString());
    }
}
