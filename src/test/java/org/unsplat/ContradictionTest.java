package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** A report says so where it holds what no kernel can print, and only there. */
class ContradictionTest {

    private static String text(String sample) {
        var text = new Sample(Path.of("samples", sample + ".log")).text();
        return ReportFacts.canonical(ReportFacts.reports(text).get(0));
    }

    private static Report changed(String sample, String found, String other) {
        var text = text(sample);
        assertTrue(ReportFacts.reports(text).get(0).complete(), text);
        var changed = text.replaceFirst("(?m)" + found, other == null ? "" : other);
        assertNotEquals(text, changed);
        return ReportFacts.reports(changed).get(0);
    }

    private static String messages(Report report) {
        return report.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    /** A list of held locks and a trace after it: the line of the kernel is lost with the headline above it. */
    @Test
    void theEndOfAReportLacksOnlyItsHeadline() {
        var text = text("lockdep/circular-dependency/6.12-x86_64-no-time");
        var end = ReportFacts.reports(text.substring(text.indexOf("1 lock held by")));
        assertEquals("lockdep-unknown", end.get(0).kind());
        assertEquals("expected a headline, found the end of a lockdep report", messages(end.get(0)));
    }

    /** The first match is replaced; the sentence is a part of the problem that must be told. */
    @ParameterizedTest
    @CsvSource({
        // The kernel of both lines, and its taint, of which no flag goes away
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^6.12.117 #1', '6.12.99 #1', the release of the identification",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^(6.12.117 #1 Tainted:) G           O', '$1 G        W  O', the taint of",
        "lockdep/bad-contention/6.1-x86_64, '^(\\S+ #)(\\d+)', '$19$2', the build of",
        // The last access of a race is that of the CPU line, and overlaps with the other one
        "kcsan/data-race/6.12-x86_64-verbose, 'PID: 47 Comm: kct_b', 'PID: 46 Comm: kct_a', the CPU line of the last access",
        "kcsan/data-race/6.12-x86_64-verbose, '^CPU: 1 ', 'CPU: 0 ', the CPU line of the last access",
        "kcsan/data-race/6.12-x86_64-unknown-origin, '^CPU: \\d+ ', 'CPU: 77 ', the CPU line of the last access",
        "kcsan/data-race/6.12-x86_64-verbose, 'read to 0xffffffffa000276c', 'read to 0xffffffffa0002770', two accesses that overlap",
        "kcsan/data-race/6.12-x86_64-verbose, 'by task 46 on', 'by task 47 on', accesses of two tasks",
        "kcsan/data-race/6.12-x86_64-verbose, 'held by kct_a/46', 'held by kct_c/48', the locks of the access",
        "kcsan/data-race/6.12-x86_64-one-bit, '0x00000000(\\d+ ->)', '0x$1', values of 8 bytes",
        "kcsan/data-race/6.12-x86_64-one-bit, '(0x\\d+) -> 0x\\d+', '$1 -> $1', a value that changed",
        "kcsan/data-race/6.12-x86_64-verbose, 'enabled at .15.', 'enabled at (16)', up to the stamp",
        // The task of the sentence lists its locks
        "lockdep/circular-dependency/6.12-x86_64-no-time, 'held by insmod/\\d+', 'held by init/1', the locks held by task",
        "lockdep/bad-unlock-balance/6.12-x86_64-none-held, 'held by insmod/\\d+', 'held by init/1', the locks held by task",
        // The lock of the sentence is in the list
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(#0: \\w+)\\w \\(', '$1f (', of the sentence among the held locks",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(#0: .*at: lkt_m_)ba', '$1ab', of the sentence among the held locks",
        "lockdep/recursive-locking/6.12-arm64-mutex, '(holding lock:\n\\w+)\\w \\(', '$1f (', of the sentence among the held locks",
        // A class has one usage, one pair of wait types, and those uses that the report tells of
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(-> #1 .*).\\+\\.\\+\\..', '$1{....}', one usage of the class lkt_mb",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(-> #1 .*)4:4', '$12:2', one pair of wait types of the class lkt_mb",
        "lockdep/inconsistent-state/6.12-x86_64-hardirq, '[?]\\.\\.\\.', '-...', '{HARDIRQ-ON-W} in the usage'",
        "lockdep/inconsistent-state/6.12-x86_64-hardirq, '[?]\\.\\.\\.', '+...', '{IN-HARDIRQ-W} in the usage'",
        "lockdep/inconsistent-state/6.12-x86_64-hardirq, '^.IN-HARDIRQ-W. state', '{IN-SOFTIRQ-W} state', where {IN-HARDIRQ-W} was registered",
        "lockdep/inconsistent-state/6.1-x86_64-softirq, 'SC1', 'SC0', a task in an interrupt",
        "lockdep/inconsistent-state/6.12-x86_64-hardirq, 'disabled at .266.', 'disabled at (268)', up to the stamp",
        "lockdep/inconsistent-state/6.12-x86_64-hardirq, '^irq event stamp.*\n(?:....irqs last.*\n){4}', '', the irq trace",
        // The chain, and what names its locks
        "lockdep/circular-dependency/6.1-x86_64-abcd-mutex, '(?s)-> #2 .lkt_mc(.*)-> #1 .lkt_mb', '-> #2 (lkt_mb$1-> #1 (lkt_mc', the lock lkt_mc in the dependency chain",
        "lockdep/recursive-locking/6.12-arm64-mutex, '(acquire lock:\n\\w+ .)&', '$1*', two locks of one class",
        "lockdep/irq-order/6.12-x86_64-three-locks, '^ (\\(.*) -> (\\(.*)', ' $2 -> $1', in the new dependency",
        // Stacks of one moment, and their ends
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(?s)(-> #0 .*?__mutex_lock.*?\n).*?\n', '$1', 'found lkt_m_ba in one'",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(?s)(stack backtrace:.*\n) do_syscall_64.*?\n( entry)', '$1$2', 'found do_syscall_64 in one'",
        "lockdep/inconsistent-state/6.1-x86_64-softirq, '(?s)\n <TASK>.*?</TASK>', '', '<TASK>, which was interrupted'",
        "lockdep/recursive-locking/6.12-arm64-mutex, '^( lkt_init\\+.*\n)', '$1 ret_from_fork+0x10/0x20\n', the end of a stack after ret_from_fork",
        "lockdep/inconsistent-state/6.1-x86_64-softirq, '(?s)\n </IRQ>.*</TASK>', '', '</IRQ> below the last frame'",
        "lockdep/bad-contention/6.1-x86_64, '^ vfs_write.0xd9/0x400', ' vfs_write+0x4d9/0x400', a place within vfs_write",
        "kcsan/data-race/6.12-x86_64-verbose, '^ kct_rd_half.*\n', '', the first function of a side",
        "kcsan/data-race/6.12-x86_64-verbose, '^(BUG: KCSAN: .*)', '$1 (kct/kct.c:1', found one that breaks off",
        "kcsan/data-race/6.12-x86_64-verbose, '^(BUG: KCSAN: .*)\\]', '$1', found one that breaks off",
        // A module
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^( lkt_m_ba\\S+) .lkt.', '$1', lkt_m_ba in one module",
        // A message printed before a trap, and a line into which systemd wrote
        "lockdep/internal/6.12-x86_64-unregistered-key, '^(WARNING: .*)', '$1\ntoy: hello', of the warning above its head",
        // Rows of registers
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^RBP: .*\n', '', the row of the register RBP",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^(RDX: \\S+).*', '$1', a whole row of registers",
        // What is allowed is no report
        "lockdep/invalid-wait-context/6.12-x86_64-raw-spinlock, 'context-.(\\d):\\d', 'context-{$1:1', one wait type twice",
        "lockdep/invalid-wait-context/6.12-x86_64-raw-spinlock, '3:3', '2:2', a lock whose wait type",
        "lockdep/held-lock-freed/6.12-x86_64-kfree, 'memory \\w+-\\w+', 'memory ffff888000001000-ffff88800000103f', in the memory that is freed",
    })
    void noKernelPrintsIt(String sample, String found, String other, String sentence) {
        var report = changed(sample, found, other);
        assertFalse(report.complete());
        assertTrue(messages(report).contains(sentence), () -> messages(report));
    }

    /** Another cpu may taint the kernel between the two lines, and an idle task of each cpu has pid 0. */
    @ParameterizedTest
    @CsvSource({
        "lockdep/circular-dependency/6.12-x86_64-no-time, '^(6.12.117 #1) Tainted: G           O *', '$1 Not tainted'",
        "lockdep/circular-dependency/6.12-x86_64-no-time, '(Comm: insmod Tainted: G       ) ', '$1W'",
        "kcsan/data-race/6.12-x86_64-verbose, 'read to 0xffffffffa000276c', 'read to 0xffffffffa000276a'",
        "kcsan/data-race/6.12-x86_64-verbose, '(?s)by task 46 on cpu 0:(.*)no locks held by kct_a/46(.*)task 47(.*)kct_b/47(.*) 47 Comm: kct_b', "
                + "'by task 0 on cpu 0:$1no locks held by swapper/0/0$2task 0$3swapper/1/0$4 0 Comm: swapper/1'",
    })
    void aKernelMayPrintIt(String sample, String found, String other) {
        var report = changed(sample, found, other);
        assertEquals("", messages(report));
        assertTrue(report.complete());
    }

    /** The names of two idle tasks are those of their cpus. */
    @Test
    void idleTasksAreTwo() {
        var report = changed(
                "kcsan/data-race/6.12-x86_64-one-bit",
                "(?s)by task \\d+ on cpu 1:(.*)by task \\d+ on cpu 0:(.*) PID: \\d+ Comm: \\w+",
                "by task 0 on cpu 1:$1by task 0 on cpu 0:$2 PID: 0 Comm: swapper/0");
        assertTrue(report.explanation().contains("races with"), report.explanation());
        assertFalse(report.race().accesses().get(0).isOfTask(0, 0));
        assertTrue(report.race().accesses().get(1).isOfTask(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[...]",
                "...",
                "[snip]",
                "<snip>",
                "[...] do_toys+0x1/0x2",
                "[ cut ]",
                "(...)",
                "< snipped >",
                "Lost 69 message(s)!"
            })
    void linesAreLeftOut(String sign) {
        var report = changed("lockdep/bad-contention/6.1-x86_64", "^ c_bad_contention\\+.*$", sign);
        assertFalse(report.complete());
        assertTrue(report.problems().stream().anyMatch(problem -> problem.code() == Problem.Code.LINES_LOST));
        var canonical = ReportFacts.canonical(report);
        assertFalse(ReportFacts.reports(canonical).get(0).complete(), canonical);
    }

    /** A report that was cut before another one begins takes none of its lines, and makes none doubtful. */
    @Test
    void aCutReportIsNotMixedWithTheNextOne() {
        var cut = text("lockdep/suspicious-rcu/6.12-x86_64-dereference");
        var whole = text("lockdep/circular-dependency/6.12-x86_64-no-time");
        var reports = ReportFacts.reports(cut.substring(0, cut.indexOf(" lkt_write+")) + whole);
        assertEquals(2, reports.size());
        assertFalse(reports.get(0).complete());
        assertTrue(reports.get(1).complete(), messages(reports.get(1)));
    }

    /** {@code objdump} prints dots in place of zeros. */
    @Test
    void dotsInCodeLeaveNothingOut() {
        var report = changed("lockdep/bad-contention/6.1-x86_64", "^(RIP: .*\n)", "$1\t...\n");
        assertTrue(report.problems().stream().noneMatch(problem -> problem.code() == Problem.Code.LINES_LOST));
    }

    /** Frames and locks that no part of the report took, in the order of its lines. */
    @ParameterizedTest
    @ValueSource(strings = {" toy_do+0x1/0x2 more", " #7: ffff888100000000 (toy){+.+.}-{4:4}, at: toy_do+0x1/0x2"})
    void aPartIsInNoPlace(String line) {
        var report = changed("lockdep/irq-order/6.12-x86_64-three-locks", "^( *CPU0 +CPU1$)", line + "\n$1\n" + line);
        assertFalse(report.complete());
        assertTrue(messages(report).contains("in no part of it"), messages(report));
        var numbers = report.unparsed().stream().map(each -> each.line()).toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    /** Two cpus print at once, and no caller tells their frames apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void linesMayBeOfEither(int block) {
        var one =
                text("lockdep/circular-dependency/6.12-x86_64-no-time").lines().toList();
        var other =
                text("lockdep/suspicious-rcu/6.12-x86_64-dereference").lines().toList();
        var reports = ReportFacts.reports(String.join("\n", mixed(one, other, block)));
        assertEquals(2, reports.size());
        reports.forEach(report -> {
            assertFalse(report.complete(), report.kind());
            assertTrue(messages(report).contains("which no caller tells apart"), messages(report));
        });
    }

    /** A kernel prints its callers on all lines or on none, so that those without one are another's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void onlyOneLogHasCallers(int block) {
        var one = text("lockdep/circular-dependency/6.12-x86_64-no-time")
                .lines()
                .map(line -> "[    2.072033][    T1] " + line)
                .toList();
        var other = text("lockdep/suspicious-rcu/6.12-x86_64-dereference")
                .lines()
                .map(line -> "[    2.072033] " + line)
                .toList();
        var alone = new ArrayList<Report>();
        for (var lines : List.of(one, other)) {
            alone.addAll(ReportFacts.reports(String.join("\n", lines)));
        }
        var reports = ReportFacts.reports(String.join("\n", mixed(one, other, block)));
        assertEquals(2, reports.size());
        for (var i = 0; i < 2; i++) {
            assertTrue(reports.get(i).complete(), messages(reports.get(i)));
            assertEquals(alone.get(i).lockdep(), reports.get(i).lockdep());
            assertEquals(alone.get(i).backtrace(), reports.get(i).backtrace());
        }
    }

    private static List<String> mixed(List<String> one, List<String> other, int block) {
        var mixed = new ArrayList<String>();
        for (var at = 0; at < Math.max(one.size(), other.size()); at += block) {
            for (var lines : List.of(one, other)) {
                mixed.addAll(lines.subList(Math.min(at, lines.size()), Math.min(at + block, lines.size())));
            }
        }
        return mixed;
    }

    /** A reply between the lines of a report holds a patch: each of its lines is foreign, its context too. */
    @Test
    void aPatchIsForeign() {
        var patch = """
                @@ -10,4 +10,5 @@ int toy_open(struct toy *t)
                 \tint err;
                 \tlock(t);
                -\terr = toy_do(t);
                +\terr = toy_try(t);
                +\tlog(t);
                 \tunlock(t);
                """;
        var report = changed("lockdep/bad-contention/6.1-x86_64", "^( c_bad_contention\\+.*\n)", "$1" + patch);
        assertEquals(patch.lines().count(), report.foreign().size());
        assertEquals(List.of(), report.unparsed());
    }
}
