package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unsplat.model.ContendedLock;
import org.unsplat.model.Report;
import org.unsplat.model.Task;
import org.unsplat.triage.SampleReports;

/** What a round of the hung task detector tells of who waits for whom. */
class HungTasksTest {

    private static final String IN_MUTEX = " schedule+0x3a/0x110\n __mutex_lock+0x6f9/0xf40\n";
    private static final String LOCK = "{+.+.}-{4:4}, at: ";

    /** A blocked task; its pid is {@code pid}, and the last frame of its stack {@code by+0x20/0x40}. */
    private static String blocked(String comm, int pid, String wait, String by) {
        return """
                INFO: task %s:%d blocked for more than 143 seconds.
                      Not tainted 6.19.0 #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                task:%s state:D stack:0     pid:%d    tgid:%d    ppid:2      task_flags:0x208040 flags:0x00080000
                Call Trace:
                 __schedule+0x5e4/0x1290
                %s %s+0x20/0x40
                """.formatted(comm, pid, comm, pid, pid, wait, by);
    }

    private static String owned(String comm, String owner) {
        return "INFO: task " + comm + " is blocked on a mutex likely owned by task " + owner + ".\n";
    }

    private static String dump(String... lists) {
        return "\nShowing all locks held in the system:\n" + String.join("", lists)
                + "\n=============================================\n\n";
    }

    /** @param locks {@code "A by"}: the name of the lock, at an address of its own, and who took it */
    private static String list(String task, String... locks) {
        var text = new StringBuilder(locks.length == 1 ? "1 lock" : locks.length + " locks")
                .append(" held by " + task + ":\n");
        for (var i = 0; i < locks.length; i++) {
            var words = locks[i].split(" ");
            text.append(" #" + i + ": ffff88800000" + (1000 + words[0].charAt(0)) + " (" + words[0] + ")" + LOCK
                    + words[1] + "+0x20/0x40\n");
        }
        return text.toString();
    }

    private static Report one(String... parts) {
        var reports = SampleReports.reports(String.join("", parts));
        assertEquals(1, reports.size());
        return reports.get(0);
    }

    private static String explanation(String... parts) {
        return one(parts).explanation();
    }

    @Test
    void aCircleIsNamed() {
        assertEquals(
                "a waits for B, which b holds; b waits for A, which a holds.",
                explanation(
                        blocked("a", 61, IN_MUTEX, "f"),
                        blocked("b", 62, IN_MUTEX, "g"),
                        dump(list("a/61", "A e", "B f"), list("b/62", "B e", "A g"))));
    }

    @Test
    void aCircleOfSixIsNotNamedInFull() {
        var text = new StringBuilder();
        var lists = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            text.append(blocked("t" + i, 10 + i, IN_MUTEX, "f"));
            lists.append(list("t" + i + "/" + (10 + i), (char) ('A' + i) + " e", (char) ('A' + (i + 1) % 6) + " f"));
        }
        assertEquals(
                "t0 waits for B, which t1 holds; t1 waits for C, which t2 holds; t2 waits for D, which t3 holds; "
                        + "t3 waits for E, which t4 holds; t4 waits for F, which t5 holds; and so on over 1 more task.",
                explanation(text.toString(), dump(lists.toString())));
    }

    /** The kernel's word alone: it says "likely". */
    @Test
    void aCircleWithoutLists() {
        var report = one(
                blocked("a", 61, IN_MUTEX, "f"), owned("a:61", "b:62"),
                blocked("b", 62, IN_MUTEX, "g"), owned("b:62", "a:61"));
        assertEquals("lockdep-held-locks", report.kind());
        assertEquals(
                "a waits for a mutex, which b probably holds; b waits for a mutex, which a probably holds.",
                report.explanation());
        assertEquals(2, report.lockdep().blocked().size());
        assertEquals(new Task("a", 61, null), report.lockdep().blockers().get(1).owner());
    }

    @Test
    void anOwnerThatTheKernelDidNotFindMakesNoReport() {
        var text = blocked("a", 61, IN_MUTEX, "f")
                + "INFO: task a:61 is blocked on a mutex, but the owner is not found.\n";
        assertEquals(List.of(), SampleReports.reports(text));
    }

    /** Whoever held a semaphore last need not be in the way. */
    @Test
    void aSemaphoreClosesNoCircle() {
        var down = " schedule+0x3a/0x110\n __down_common+0x10/0x20\n";
        assertEquals(
                "a waits for a semaphore, which b probably was the last to hold.",
                explanation(
                        blocked("a", 61, down, "f"),
                        "INFO: task a:61 blocked on a semaphore likely last held by task b:62\n",
                        blocked("b", 62, down, "f"),
                        "INFO: task b:62 blocked on a semaphore likely last held by task a:61\n"));
    }

    /** What it holds it has had for long, for it is blocked itself. */
    @Test
    void theOwnerIsBlockedForAnotherReason() {
        assertEquals(
                "a waits for A, which b holds; b itself is blocked in wait_for_completion, called from g.",
                explanation(
                        blocked("a", 61, IN_MUTEX, "f"),
                        blocked("b", 62, " schedule+0x3a/0x110\n wait_for_completion+0x10/0x20\n", "g"),
                        dump(list("a/61", "A f"), list("b/62", "A e", "C g"))));
    }

    /** Its last lock is one that it has, as far as anybody can tell. */
    @Test
    void aTaskThatWaitsForSomethingElseWaitsForNoLock() {
        assertNull(explanation(
                blocked("a", 61, " schedule+0x3a/0x110\n wait_for_completion+0x10/0x20\n", "f"),
                dump(list("a/61", "A f"), list("b/62", "A e", "C g"))));
    }

    /** The list is not that of the stack: it may have been printed later. */
    @Test
    void aLockThatWasTakenElsewhereIsNotTheOne() {
        assertNull(explanation(
                blocked("a", 61, IN_MUTEX, "f"), dump(list("a/61", "A other"), list("b/62", "A e", "C g"))));
    }

    @Test
    void tasksOfOneNameAreToldApart() {
        assertEquals(
                "a/61 waits for A, which a/62 probably holds.",
                explanation(blocked("a", 61, IN_MUTEX, "f"), dump(list("a/61", "A f"), list("a/62", "A e", "C g"))));
    }

    @Test
    void whereNobodyWentOnThereIsNoOwner() {
        assertEquals(
                "a waits for A, which 2 other tasks list too, and none that lists it took another lock after it.",
                explanation(
                        blocked("a", 61, IN_MUTEX, "f"),
                        dump(list("a/61", "A f"), list("b/62", "A e"), list("c/63", "A e"))));
    }

    /** Up to 4.16 a list has no addresses, so two locks of one class may be two locks. */
    @Test
    void aClassAloneClosesNoCircleOfOneTask() {
        assertEquals(
                "a waits for A.",
                explanation(
                        blocked("a", 61, IN_MUTEX, "f"),
                        dump("2 locks held by a/61:\n #0:  (A){+.+.}, at: [<ffffffff81000005>] e+0x20/0x40\n"
                                + " #1:  (A){+.+.}, at: [<ffffffff81000006>] f+0x20/0x40\n")));
    }

    @Test
    void aLockThatTheTaskHasItself() {
        assertEquals(
                "a waits for A, which a holds.",
                explanation(blocked("a", 61, IN_MUTEX, "f"), dump(list("a/61", "A e", "A f"))));
    }

    @Test
    void ofManyTheOneThatWentOn() {
        var report = one(
                blocked("a", 61, IN_MUTEX, "f"),
                dump(list("a/61", "A f"), list("b/62", "A e", "C g"), list("c/63", "A e"), list("d/64", "D e", "A h")));
        assertEquals(
                "a waits for A, which b probably holds: of the 4 tasks that list it, "
                        + "that one alone went on to take another lock, C in g.",
                report.explanation());
        assertEquals(
                List.of(new ContendedLock("A", "0xffff888000001065", 4, List.of(new Task("b", 62, null)))),
                report.lockdep().contended());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void manyTasksTakeTimeInProportion() {
        var lists = new StringBuilder();
        for (var pid = 100; pid < 4000; pid++) {
            lists.append(list("x/" + pid, "A e", "B g", "C h"));
        }
        var report = one(blocked("x", 100, IN_MUTEX, "h"), dump(lists.toString()));
        assertEquals(3900, report.lockdep().contended().get(0).listedBy());
        assertEquals(
                "x/100 waits for C, which 3899 other tasks list too, and none that lists it took another lock after it.",
                report.explanation());
    }

    @Test
    void aTaskAgainBeginsTheNextRound() {
        var round = blocked("a", 61, IN_MUTEX, "f") + owned("a:61", "b:62");
        var reports = SampleReports.reports(round + blocked("c", 63, IN_MUTEX, "f") + round);
        assertEquals(2, reports.size());
        assertEquals(2, reports.get(0).lockdep().blocked().size());
        assertEquals(1, reports.get(1).lockdep().blocked().size());
    }

    /** A round prints without a pause. */
    @Test
    void aPauseBeginsTheNextRound() {
        var text = (blocked("a", 61, IN_MUTEX, "f") + owned("a:61", "b:62")).replaceAll("(?m)^", "[   10.000000] ")
                + (blocked("c", 63, IN_MUTEX, "f") + owned("c:63", "b:62")).replaceAll("(?m)^", "[   31.000000] ");
        assertEquals(2, SampleReports.reports(text).size());
    }

    /** The tasks of a round may come long before the list. */
    @Test
    void aRoundOfManyTasksIsOneReport() {
        var text = new StringBuilder();
        for (var pid = 100; pid < 150; pid++) {
            text.append(blocked("a", pid, IN_MUTEX, "f"));
        }
        assertEquals(
                50,
                one(text.toString(), dump(list("a/100", "A f")))
                        .lockdep()
                        .blocked()
                        .size());
    }

    /** A task printed its own locks just before: that list is none of the dump's. */
    @Test
    void aListBeforeTheDumpIsAReportOfItsOwn() {
        var reports = SampleReports.reports(list("a/61", "A e") + dump(list("a/61", "A e"), list("b/62", "C e")));
        assertEquals(
                List.of("1 lock held by a/61:", "Showing all locks held in the system:"),
                reports.stream().map(Report::headline).toList());
        assertEquals(1, reports.get(0).lockdep().held().size());
        assertEquals(2, reports.get(1).lockdep().held().size());
    }

    /** As clean writes them: together they would make a circle that neither of them shows. */
    @Test
    void twoRoundsWithoutTimesStayTwo() {
        var first = blocked("a", 1, IN_MUTEX, "toy_a") + owned("a:1", "b:2");
        var second = blocked("b", 2, IN_MUTEX, "toy_b") + owned("b:2", "a:1");
        assertEquals(2, SampleReports.reports(first + "\n" + second).size());
    }

    /** A blocked task runs nowhere, so that its list cannot change while it is printed: the first one's nor another's. */
    @Test
    void anEmptiedListOfABlockedTaskIsIncomplete() {
        var round = blocked("a", 61, IN_MUTEX, "toy_a") + blocked("b", 62, IN_MUTEX, "toy_b");
        var lists = dump(list("a/61", "A toy_a"), "2 locks held by b/62:\n");
        var report = SampleReports.reports(round + lists).get(0);
        assertEquals(
                List.of("COUNT_MISMATCH"),
                report.problems().stream().map(problem -> problem.code().name()).toList());
    }
}
