package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The dump of another problem between the lines of a report, printed where no caller tells the two apart. */
class OtherDumpsTest {

    private static final String CIRCULAR = "lockdep/circular-dependency/6.12-x86_64-no-time";
    private static final String TRACE = "Call Trace:\n <TASK>\n toy_dump+0x1/0x2\n toy_call+0x3/0x4\n"
            + " entry_SYSCALL_64_after_hwframe+0x77/0x7f\n </TASK>\n";
    private static final String CPU =
            "CPU: 3 UID: 0 PID: 777 Comm: toy Tainted: G        W           6.12.117 #1 \nHardware name: toy board\n";
    private static final String CUT =
            "expected the rest of the stack below this line, found the beginning of something else";

    private static String text(String sample) {
        var text = new Sample(Path.of("samples", sample + ".log")).text();
        return ReportFacts.canonical(ReportFacts.reports(text).get(0));
    }

    /** The reports of the sample with another text below the first line that begins with {@code start}. */
    private static List<Report> with(String sample, String start, String other) {
        var text = text(sample);
        var at = text.indexOf('\n', text.indexOf("\n" + start) + 1) + 1;
        assertNotEquals(0, at);
        return ReportFacts.reports(text.substring(0, at) + other + text.substring(at));
    }

    private static String dump(String name) {
        return switch (name) {
            case "warning" ->
                "------------[ cut here ]------------\nWARNING: CPU: 3 PID: 777 at toy/toy.c:7 toy_warn+0x1/0x2\n" + CPU
                        + TRACE;
            case "atomic" -> "BUG: scheduling while atomic: toy/777/0x00000002\n" + CPU + TRACE;
            case "atomic, with a list" ->
                "BUG: scheduling while atomic: toy/777/0x00000002\n1 lock held by toy/777:\n"
                        + " #0: ffff88801c3b2d18 (toy_lock){+.+.}-{4:4}, at: toy_take+0x12/0x34\n" + CPU + TRACE;
            case "stall" ->
                "rcu: INFO: rcu_preempt self-detected stall on CPU\nrcu: \t3-....: (20999 ticks this GP) idle=7/1/0x4 softirq=1/1 fqs=5\n"
                        + CPU + TRACE;
            case "slab" -> "BUG toy_cache (Not tainted): Objects remaining\n" + CPU + TRACE;
            case "lockup" -> "watchdog: Watchdog detected hard LOCKUP on cpu 3\nModules linked in: toy\n" + CPU + TRACE;
            case "nmi" -> "NMI backtrace for cpu 3\n" + CPU + TRACE;
            case "bare" -> CPU + TRACE;
            case "task" ->
                "task:toy             state:S stack:0     pid:777   tgid:777   ppid:0      flags:0x00000002\n" + TRACE;
            case "kfence" ->
                "BUG: KFENCE: use-after-free read in toy_read+0x1/0x2\n\nUse-after-free read at 0x7:\n"
                        + " toy_read+0x1/0x2\n toy_call+0x3/0x4\n\n";
            case "segfault" ->
                "toy[777]: segfault at 10 ip 000055d5c0a37a58 sp 00007ffd0a37a580 error 4 in toy[1000,55d5+1000]\n"
                        + "Code: 90 90 90 <0f> 0b\n";
            case "states" ->
                "SysRq : Show State\n  task                        PC stack   pid father\n"
                        + "toy             S 0000000000000001     0   777      0 0x00000000\n"
                        + " ffff88013fa31d98 0000000000000086 ffff880100000000 ffff88013fa31fd8\n";
            default -> throw new AssertionError(name);
        };
    }

    private static boolean hasToys(List<StackFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.function() != null && frame.function().startsWith("toy_"));
    }

    @ParameterizedTest
    @CsvSource({
        "' lkt_m_ba+', warning",
        "' lkt_m_ba+', atomic",
        "' lkt_m_ba+', slab",
        "' lkt_m_ba+', lockup",
        "' lkt_m_ba+', nmi",
        "' lkt_m_ba+', bare",
        "' lkt_m_ba+', task",
        "' ? lkt_m_ba+', bare",
        // Below the interrupted frames of an exception there would be more, and x86 prints all registers
        "'RAX: ', nmi",
        "'RBP: ', bare",
        // The next trace may be of either
        "'CPU: 0 ', atomic",
        "'Call Trace:', task",
        // Stored stacks
        "'       lkt_m_ab+', warning",
        "'       lkt_m_ab+', bare",
        "'       lkt_m_ab+', kfence",
    })
    void aDumpInAStackIsTold(String start, String dump) {
        var report = with(CIRCULAR, start, dump(dump)).get(0);
        assertFalse(report.complete());
        assertTrue(ReportFacts.problems(report).contains(CUT), () -> ReportFacts.problems(report));
        assertFalse(report.backtrace() != null && hasToys(report.backtrace().frames()));
        report.lockdep().chain().links().forEach(link -> assertFalse(hasToys(link.stack())));
        assertEquals(45, report.system().pid());
    }

    /** Above the title of the report's own dump, and below its end. */
    @ParameterizedTest
    @CsvSource({
        "'but task is already', atomic",
        "'other info', atomic",
        "'1 lock held', segfault",
        "'stack backtrace:', bare",
        "'other info', task",
        "'       lkt_m_ab+', segfault",
        "' lkt_m_ba+', segfault",
        "'CPU: 0 ', segfault",
        "' </TASK>', segfault",
        "' </TASK>', states",
        "' </TASK>', nmi",
        "' </TASK>', kfence",
        "' </TASK>', task",
        "' </TASK>', slab"
    })
    void aDumpBesideTheStacksChangesNothing(String start, String dump) {
        var reports = with(CIRCULAR, start, dump(dump));
        assertEquals(
                ReportFacts.of(ReportFacts.reports(text(CIRCULAR)).get(0)).backtrace(),
                ReportFacts.of(reports.get(0)).backtrace());
        assertEquals(1, reports.size());
    }

    /** A problem of the same task that does not stop it, above the report's own dump. */
    @Test
    void anEarlierDumpOfTheTaskIsNotTheReports() {
        var dump = "BUG: scheduling while atomic: insmod/45/0x00000002\n"
                + CPU.replace("CPU: 3", "CPU: 0").replace("777 Comm: toy", "45 Comm: insmod") + TRACE;
        var report = with(CIRCULAR, "other info", dump).get(0);
        assertFalse(hasToys(report.backtrace().frames()));
    }

    /** The trace of another task within a round of the hung task detector does not end the round. */
    @Test
    void aRoundOfHungTasksGoesOn() {
        var round = "INFO: task toy_a:7 blocked for more than 143 seconds.\n      Not tainted 6.19.0 #1\n"
                + "task:toy_a           state:D stack:25432 pid:7     tgid:7     ppid:2      task_flags:0x4208060 flags:0x00004000\n"
                + "Call Trace:\n <TASK>\n __schedule+0x12/0x34\n ret_from_fork_asm+0x1a/0x30\n </TASK>\n";
        var list = "\nShowing all locks held in the system:\n1 lock held by toy_a/7:\n"
                + " #0: ffff88801c3b2d18 (toy_lock){+.+.}-{4:4}, at: toy_take+0x12/0x34\n";
        var report = ReportFacts.reports(round + dump("bare") + list).get(0);
        assertEquals("INFO: task toy_a:7 blocked for more than 143 seconds.", report.headline());
        assertEquals(1, report.lockdep().held().size());
        assertFalse(hasToys(report.lockdep().blocked().get(0).stack().frames()));
    }

    /** What x86 prints below it, another dump may hide. */
    @ParameterizedTest
    @ValueSource(strings = {"bare", "nmi", "warning"})
    void aDumpAboveTheLastFrameOfATaskIsTold(String dump) {
        var sample = "kcsan/assert-race/6.12-x86_64-verbose-scoped";
        var reports = with(sample, " ret_from_fork+", dump(dump));
        assertFalse(reports.get(0).complete());
    }

    /** Its first detail shows that the headline of a sleeping function is missing, or the end of it. */
    @ParameterizedTest
    @CsvSource({
        "'^BUG: sleeping.*\n', '', MISSING_HEAD",
        "'^(BUG: sleeping function called).*', '$1', INCONSISTENT",
        "'^(BUG: sleeping .* at kernel).*', '$1', INCONSISTENT"
    })
    void theHeadOfASleepingFunctionIsMissed(String found, String other, String code) {
        var text = text("lockdep/held-locks/6.12-x86_64-sleeping-function").replaceFirst("(?m)" + found, other);
        var report = ReportFacts.reports(text).get(0);
        assertEquals(code, report.problems().get(0).code().toString());
        assertTrue(report.lockdep().notes().get(0).startsWith("in_atomic(): "));
    }

    /** A frame that somebody looked up below the report, with the script of the kernel, is not the last one. */
    @Test
    void placesBelowTheReportAreThoseOfTheFrameThatTheyName() {
        var text = text("lockdep/held-locks/6.12-x86_64-sleeping-function");
        var places = "toy_at at toy/toy.c:12\n(inlined by) toy_in at toy/toy.c:34\n";
        var other = ReportFacts.reports(
                text + "\n$ ./scripts/faddr2line vmlinux toy_in+0x1/0x2\ntoy_in+0x1/0x2:\n" + places);
        assertEquals(ReportFacts.of(ReportFacts.reports(text)), ReportFacts.of(other));
    }

    /** systemd shares the console. */
    @Test
    void aStatusWithinALineIsTold() {
        var text = text(CIRCULAR).replaceAll("(?m)^", "[   12.345678] ");
        var mixed = text.replaceFirst(
                " lkt_m_ba\\+0x1c/0x40 .lkt.\n(?=.* c_abba)", " lkt_m[  OK  ] Started Toy.\n_ba+0x1c/0x40 [lkt]\n");
        assertNotEquals(text, mixed);
        var report = ReportFacts.reports(mixed).get(0);
        assertTrue(ReportFacts.problems(report).contains("another program wrote"), () -> ReportFacts.problems(report));
    }

    /** A line that another program wrote through /dev/kmsg is whole. */
    @Test
    void aStatusOnALineOfItsOwnIsForeign() {
        var text = text(CIRCULAR).replaceAll("(?m)^", "[   12.345678] ");
        var mixed = text.replaceFirst("(?=.* c_abba)", "[   12.345678] toy[77]: [FAILED] test 3\n");
        assertNotEquals(text, mixed);
        var report = ReportFacts.reports(mixed).get(0);
        assertTrue(report.complete(), () -> ReportFacts.problems(report));
        assertEquals(1, report.foreign().size());
    }

    /** In assembly {@code ret_from_fork} is the last function of a task, as on riscv, s390 and arm. */
    @ParameterizedTest
    @ValueSource(strings = {"0xe/0x1c", "0xa/0x38", "0x14/0x28"})
    void aReportBelowTheLastFrameOfATaskDoesNotInterruptIt(String place) {
        var text = text("kcsan/assert-race/6.12-x86_64-verbose-scoped")
                .replaceAll("ret_from_fork\\+\\S+\n.*ret_from_fork_asm\\S+", "ret_from_fork+" + place);
        assertTrue(text.contains(place));
        var reports = ReportFacts.reports(text + text);
        assertEquals(2, reports.size());
        reports.forEach(report -> assertTrue(report.complete(), () -> ReportFacts.problems(report)));
    }

    /** After the list of all locks a round does not go on, even if the line that ends it is lost. */
    @Test
    void aProblemBelowARoundIsAReport() {
        var round = text("lockdep/held-locks/made-up-6.19-hung-tasks-cycle");
        var lines = round.lines()
                .map(line -> line.replaceFirst("^\\[.*?\\]\\[.*?\\] ?", ""))
                .toList();
        var cut = Transport.joined(lines.subList(0, lines.indexOf("=============================================")))
                .stripTrailing();
        var reports = ReportFacts.reports(cut + "\n" + dump("atomic, with a list"));
        assertEquals(2, reports.size());
        assertEquals("toy", reports.get(1).lockdep().held().get(0).task().comm());
    }

    /** Wherever another problem begins within a round of the hung task detector, the round is whole, or what is left of it says so. */
    @ParameterizedTest
    @ValueSource(strings = {"warning", "atomic", "atomic, with a list", "stall"})
    void aProblemInARoundIsKeptApartOrTold(String dump) {
        for (var sample : List.of("made-up-6.19-hung-tasks-cycle", "made-up-7.2-hung-task-owner")) {
            var text = text("lockdep/held-locks/" + sample);
            var lines = text.lines().toList();
            var whole = ReportFacts.reports(text).get(0).lockdep();
            for (var at = 1; at < lines.size(); at++) {
                var mixed = Transport.joined(lines.subList(0, at))
                        + dump(dump)
                        + Transport.joined(lines.subList(at, lines.size()));
                var reports = ReportFacts.reports(mixed);
                assertTrue(
                        reports.stream().anyMatch(each -> !each.complete() || isSame(whole, each.lockdep())),
                        () -> mixed);
            }
        }
    }

    private static boolean isSame(Lockdep one, Lockdep other) {
        return one.blocked().equals(other.blocked())
                && one.blockers().equals(other.blockers())
                && one.held().equals(other.held());
    }

    /** The kernel boots in the midst of the last stack, or below its end. */
    @ParameterizedTest
    @CsvSource({"' lkt_m_ba+', false", "'RAX: ', false", "' </TASK>', true"})
    void aBootInAStackIsTold(String start, boolean complete) {
        var text = text(CIRCULAR);
        var at = text.indexOf('\n', text.indexOf("\n" + start) + 1) + 1;
        var report = ReportFacts.reports(text.substring(0, at) + "Linux version 6.12.117 (toy@toy) #1 SMP\n")
                .get(0);
        assertEquals(complete, report.complete(), () -> ReportFacts.problems(report));
    }

    /** The patch in a reply to the first half of a quoted report may be long. */
    @Test
    void aLongReplyIsBetweenTheHalves() {
        var text = text(CIRCULAR);
        var at = text.indexOf("\n lkt_m_ba+") + 1;
        var patch = "@@ -1,3 +1,3 @@ toy_start()\n \ttoy();\n-\told_toy();\n+\tnew_toy();\n".repeat(150);
        var report = ReportFacts.reports(text.substring(0, at).replaceAll("(?m)^", "> ") + "\nLike this?\n\n" + patch
                        + "\n" + text.substring(at).replaceAll("(?m)^", "> "))
                .get(0);
        assertEquals(ReportFacts.reports(text).get(0).backtrace(), report.backtrace());
        assertTrue(report.complete(), () -> ReportFacts.problems(report));
    }

    /** No frame follows the stack of the task. */
    @Test
    void framesBelowTheEndOfTheTaskAreTold() {
        var stall =
                "rcu: INFO: rcu_preempt self-detected stall on CPU\nrcu: \t3-....: (20999 ticks this GP) idle=7/1/0x4 softirq=1/1 fqs=5\n"
                        + CPU + TRACE + " toy_more+0x3/0x4\n ret_from_fork+0x5/0x6\n1 lock held by toy/777:\n"
                        + " #0: ffff88801c3b2d18 (toy_lock){+.+.}-{4:4}, at: toy_take+0x12/0x34\n";
        var report = ReportFacts.reports(stall).get(0);
        assertFalse(report.complete());
        assertTrue(ReportFacts.problems(report).contains("found toy_more"), () -> ReportFacts.problems(report));
    }

    /** A problem that is over does not take the list of locks of the report that goes on. */
    @Test
    void theLocksAreThoseOfTheReport() {
        var reports = with(CIRCULAR, "other info", dump("atomic"));
        assertEquals(1, reports.size());
        assertEquals(1, reports.get(0).lockdep().held().size());
    }
}
