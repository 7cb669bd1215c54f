package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What show picks out of a report, what it leaves to {@code -v}, and in which order. */
class ShowTest {

    private static final Path SCREENS = Path.of("src/test/resources/screen");
    private static final String HUNG =
            "INFO: task a:7 blocked for more than 143 seconds.\n      Not tainted 6.12.0 #1\n";

    private static String show(String log, String... options) {
        var command = new ArrayList<>(List.of("show"));
        command.addAll(List.of(options));
        var result = Cli.run(log.getBytes(StandardCharsets.UTF_8), command.toArray(new String[0]));
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result.out();
    }

    /** One lock each, all of one class: 7 and 9 have the same one. */
    private static String heldBy(int... pids) {
        return IntStream.of(pids)
                .mapToObj(pid -> "1 lock held by a/" + pid + ":\n #0: ffff888104f6c4e"
                        + (pid == 7 || pid == 9 ? 0 : pid) + " (&q->lock){+.+.}-{4:4}, at: f+0x15/0x20\n")
                .collect(Collectors.joining(
                        "",
                        "\nShowing all locks held in the system:\n1 lock held by khungtaskd/25:\n"
                                + " #0: ffffffff82d4c0a0 (rcu_read_lock){....}-{1:3}, at: debug_show_all_locks+0x3d/0x180\n",
                        "\n=============================================\n\n"));
    }

    private static List<String> tasks(String screen) {
        return screen.lines().filter(line -> line.startsWith("Held by ")).toList();
    }

    /** Another instance of a lock of the same class is in nobody's way. */
    @Test
    void ofManyTasksThoseInTheWayComeFirst() {
        var shown = show(HUNG + heldBy(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertEquals(List.of("Held by a/7", "Held by a/9", "Held by a/1", "Held by a/2", "Held by a/3"), tasks(shown));
        assertTrue(shown.contains("\n... and 5 more tasks; -v shows all\n"), shown);
        assertEquals(
                10, tasks(show(HUNG + heldBy(1, 2, 3, 4, 5, 6, 7, 8, 9), "-v")).size());
    }

    @Test
    void theOwnerThatTheKernelNamesComesEarlyToo() {
        var shown =
                show(HUNG + "INFO: task a:7 is blocked on a mutex likely owned by task a:6.\n" + heldBy(1, 6, 7, 60));
        assertEquals(
                List.of("Held by a/7", "Held by a/6", "Held by a/1", "Held by a/60", "Held by khungtaskd/25"),
                tasks(shown));
    }

    /** The state of the task tells nothing that stands nowhere else, whichever way the kernel prints it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a               D28616     7      2 0x20020004",
                "a               D    0     7      2 0x20020004",
                "a               D ffff8801d99b7570 24064     7      2 0x00000004",
                "task:a               state:D stack:28616 pid:    7 ppid:     2 flags:0x00004000"
            })
    void theStateOfAHungTaskIsLeftOut(String state) {
        var shown = show(HUNG + state + "\nCall Trace:\n schedule+0x10/0x20\n f+0x15/0x20\n" + heldBy(1, 7));
        assertTrue(shown.contains("Held by a/7"), shown);
        assertFalse(Pattern.compile("0x[0-9a-f]{8}|state|28616").matcher(shown).find(), shown);
    }

    @Test
    void aLimitIsNamed() {
        var shown = show(
                "BUG: MAX_LOCK_DEPTH too low!\nturning off the locking correctness validator.\ndepth: 48  max: 48!\n");
        assertTrue(shown.contains("\n  depth: 48, max: 48\n"), shown);
        assertFalse(shown.contains("turning off"), shown);
    }

    /** The way in tells who took the lock, where no other function does. */
    @Test
    void aWorkerIsBetterThanNobody() throws IOException {
        var log = Files.readString(SCREENS.resolve("circle.log"))
                .replaceFirst(
                        "(?s)(-> #2 [^\n]*\n).*?\n\n",
                        "$1       lock_acquire+0xa5/0x290\n       worker_thread+0x2c/0x564\n       kthread+0x13c/0x16c\n\n");
        assertTrue(show(log).contains("    lkt_mb -> lkt_mc  worker_thread+0x2c/0x564\n"), show(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"race.log", "circle.log"})
    void whatIsCutHasAScreenToo(String name) throws IOException {
        var lines = Files.readAllLines(SCREENS.resolve(name));
        for (int kept = 3; kept < lines.size() / 2; kept += 3) {
            var shown = show(String.join("\n", lines.subList(0, kept)) + "\n", "--width=100");
            assertTrue(shown.contains("incomplete: "), shown);
        }
    }

    /** Of a path its end tells most: the name, and directories, whole. */
    @ParameterizedTest
    @CsvSource({
        "7, drivers/net/wireless/a.c:41",
        "8, .../net/wireless/a.c:41",
        "12, .../wireless/a.c:41",
        "16, .../a.c:41",
        "25, a.c:41"
    })
    void pathsAreCutAtSlashes(int length, String place) {
        var name = "f".repeat(length);
        var shown = show(
                "BUG: KCSAN: data-race in a / b\n\nwrite to 0xffff888104f6c4e8 of 8 bytes by task 1 on cpu 0:\n " + name
                        + "+0x1/0x2 drivers/net/wireless/a.c:41\n",
                "--width=40");
        assertTrue(shown.contains("  > " + name + "  " + place + "\n"), shown);
    }

    /** faddr2line takes a function with its offset; who has the file and line needs none. */
    @Test
    void offsetsStandWhereNoFileDoes() {
        var race = "BUG: KCSAN: data-race in a / b\n\nwrite to 0xffff888104f6c4e8 of 8 bytes by task 1 on cpu 0:\n"
                + " lkt_f+0x1/0x2\n lkt_g+0x3/0x4 lkt/g.c:5\n";
        var shown = show(race);
        assertTrue(shown.contains("\n  plain write of 8 bytes at 0xffff888104f6c4e8\n"), shown);
        assertTrue(shown.contains("\n  > lkt_f+0x1/0x2\n    lkt_g  lkt/g.c:5\n"), shown);
    }

    /** The title is syzbot's; the screen says what its last word means. */
    @Test
    void aFunctionThatNobodyNamesIsNotKnown() {
        var shown = show("WARNING: possible circular locking dependency detected\n6.12.0 #1 Not tainted\n"
                + "------------------------------------------------------\n");
        assertTrue(shown.startsWith("r1  possible deadlock, function not known\n"), shown);
        assertTrue(shown.contains("\n  WARNING: possible circular locking dependency detected\n"), shown);
    }

    @Test
    void aMailIsNamed() {
        var shown = show(
                "From: a@example.org\nSubject: a race\nMessage-ID: <1@example.org>\n\n"
                        + "BUG: KCSAN: data-race in a / b\n\nwrite to 0xffff888104f6c4e8 of 8 bytes by task 1 on cpu 0:\n"
                        + " lkt_f+0x1/0x2\n\nReported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com\n",
                "--width=160");
        assertTrue(
                shown.contains("\nfrom \"a race\"\nsyzbot 0123456789abcdef0123,"
                        + " https://syzkaller.appspot.com/bug?extid=0123456789abcdef0123\n"),
                shown);
    }

    private static List<String> calledFrom(String... functions) {
        var shown = show("BUG: scheduling while atomic: toyd/7/0x00000002\n1 lock held by toyd/7:\n"
                + " #0: ffff888104f6c4e8 (toy_lock){+.+.}-{4:4}, at: toy_open+0x15/0x20\n"
                + "CPU: 1 UID: 0 PID: 7 Comm: toyd Not tainted 6.12.0-toy #1\nCall Trace:\n"
                + Stream.of(functions)
                        .map(function -> " " + function + "+0x1b/0x40\n")
                        .collect(Collectors.joining()));
        return shown.lines()
                .dropWhile(line -> !line.equals("Called from"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.strip().replaceFirst("\\+.*", ""))
                .toList();
    }

    /** {@code panic_on_warn=1} puts its own functions before those that the warning is about, and nowhere else. */
    @Test
    void aKernelThatPanicsOnWarningsIsNotCalledFromPanic() {
        var toy = List.of("toy_wait", "toy_open");
        assertEquals(
                toy, calledFrom("dump_stack_lvl", "__schedule_bug", "__schedule", "schedule", "toy_wait", "toy_open"));
        assertEquals(
                toy,
                calledFrom(
                        "dump_stack_lvl",
                        "panic",
                        "check_panic_on_warn",
                        "__schedule_bug",
                        "__schedule",
                        "schedule",
                        "toy_wait",
                        "toy_open"));
        assertEquals(
                toy,
                calledFrom(
                        "dump_stack_lvl",
                        "vpanic",
                        "panic",
                        "check_panic_on_warn.cold",
                        "__schedule_bug",
                        "__schedule",
                        "toy_wait",
                        "toy_open"));
        // What a panic itself calls, such as a notifier, was called from there
        assertEquals(
                List.of("toy_notify", "panic", "toy_open"),
                calledFrom(
                        "dump_stack_lvl",
                        "__schedule_bug",
                        "__schedule",
                        "schedule",
                        "toy_notify",
                        "panic",
                        "toy_open"));
    }

    /** {@code show_stack} of s390 lists the locks of the task again, below each trace ({@code debug_show_held_locks}). */
    @Test
    void aListThatIsPrintedAgainIsShownOnce() {
        var head = "=============================\nWARNING: suspicious RCU usage\n6.12.0 #1 Not tainted\n"
                + "-----------------------------\ntoy.c:7 suspicious rcu_dereference_check() usage!\n\n"
                + "other info that might help us debug this:\n\n\nrcu_scheduler_active = 2, debug_locks = 1\n";
        var dump =
                "\nstack backtrace:\nCPU: 1 UID: 0 PID: 7 Comm: a Not tainted 6.12.0 #1\nHardware name: IBM 2964 N96 400 (z/VM 6.4.0)\n"
                        + "Call Trace:\n [<0000000000112233>] show_stack+0x8e/0xd0 \n [<0000000000112235>] toy_open+0x8e/0xd0 \n";
        var one = "1 lock held by a/7:\n #0: 0000000081234567 (toy_m){+.+.}-{3:3}, at: toy_open+0x15/0x20\n";
        var none = "no locks held by a/7.\n";
        var protects = "Held by a/7: none of these protects it";
        assertEquals(List.of(protects), tasks(show(head + one + dump + one)));
        assertEquals(List.of("Held by a/7: no lock"), tasks(show(head + none + dump + none)));
        assertEquals(List.of(protects), tasks(show(head + one + dump + one, "-v")));
        assertEquals(List.of(protects, "Held by a/7: no lock"), tasks(show(head + one + dump + none)));
    }
}
