package org.unsplat.render.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Limit;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.Task;
import org.unsplat.model.Where;
import org.unsplat.triage.Group;
import org.unsplat.triage.Occurrences;

/** What is folded, and what is said in its place. */
class ScreenPartsTest {

    private static String screen(int width, Consumer<ScreenBuffer> written) {
        var screen = new ScreenBuffer(width, false);
        written.accept(screen);
        return screen.text();
    }

    private static String value(String old, String now, String flipped, String bits, String mask) {
        return screen(80, screen -> new ValueView(new Race.ValueChange(old, now, flipped, bits, mask), screen).write());
    }

    @Test
    void changedDigitsAreMarked() {
        assertEquals("""

                  value  0x00000003
                      -> 0x0000000b
                                  ^  bit 3 flipped
                """, value("0x00000003", "0x0000000b", "0x00000008", null, null));
        assertEquals("""

                  value   0x1
                      -> 0x10
                           ^^  bits 0, 4 flipped
                  only the bits of mask 0x10 count: 0x10 changed
                """, value("0x1", "0x10", "0x11", "0x10", "0x10"));
        assertEquals("""

                  value  0x10
                      ->  0x1
                               the same value again
                """, value("0x10", "0x1", "0x0", null, null));
    }

    private static List<StackFrame> frames(String names) {
        return List.of(names.split(" ")).stream()
                .map(name -> StackFrameBuilder.builder()
                        .function(name)
                        .reliable(true)
                        .build())
                .toList();
    }

    /** Eight frames tell enough; a single further one has room. */
    @ParameterizedTest
    @CsvSource({
        "a b, 2",
        "a b c d e f g h, 8",
        "a b c d e f g h i, 9",
        "a b c d e f g h i j, 8",
        "a kthread ret_from_fork, 1",
        "a kthread, 2",
        "kthread a b c d e f g h i j, 9",
    })
    void aStackIsFoldedBelowWhatTells(String names, int shown) {
        assertEquals(shown, FoldedStack.lastTelling(frames(names)));
    }

    private static Report report(LockdepBuilder facts) {
        return ReportRecordBuilder.builder()
                .id("r1")
                .kind("lockdep-held-locks")
                .family("lockdep")
                .title("t")
                .headline("t")
                .where(new Where("-", 1, 2))
                .complete(true)
                .lockdep(facts.build())
                .build();
    }

    private static HeldLocks held(int pid, int locks, int declared) {
        List<Lock> all = IntStream.range(0, locks)
                .mapToObj(at ->
                        LockBuilder.builder().index(at).classText("l" + at).build())
                .toList();
        return new HeldLocks(new Task("a", pid, null), declared, all);
    }

    private static String heldBy(boolean verbose, HeldLocks... lists) {
        var report = report(LockdepBuilder.builder().held(List.of(lists)));
        return screen(80, screen -> new HeldView(report, screen, verbose).write());
    }

    @Test
    void manyLocksAndTasksAreCounted() {
        assertEquals("\nHeld by a/1\n    #0  l0\n", heldBy(false, held(1, 1, 1)));
        assertEquals("\nHeld by a/1: no lock\n", heldBy(false, held(1, 0, 0)));
        assertEquals("\nHeld by a/1\n    #0  l0\n  1 of 2 printed\n", heldBy(false, held(1, 1, 2)));
        assertEquals(true, heldBy(false, held(1, 12, 12)).endsWith("    #11  l11\n"));
        assertEquals(true, heldBy(false, held(1, 13, 13)).endsWith("    #10  l10\n    ... 2 more; -v shows all\n"));
        assertEquals(true, heldBy(true, held(1, 13, 13)).endsWith("    #12  l12\n"));
        var tasks = IntStream.rangeClosed(1, 7).mapToObj(pid -> held(pid, 0, 0)).toArray(HeldLocks[]::new);
        assertEquals(
                true, heldBy(false, tasks).endsWith("Held by a/5: no lock\n\n... and 2 more tasks; -v shows all\n"));
        assertEquals(true, heldBy(true, tasks).endsWith("Held by a/7: no lock\n"));
        assertEquals(
                true,
                heldBy(false, List.of(tasks).subList(0, 6).toArray(HeldLocks[]::new))
                        .endsWith("Held by a/6: no lock\n"));
    }

    @Test
    void locksThatWereNotPrintedAreSaidNotToBe() {
        var off = report(LockdepBuilder.builder().turnedOff(true));
        assertEquals(
                "\nHeld locks\n  not printed: lockdep was off already\n",
                screen(80, screen -> new HeldView(off, screen, false).write()));
        var listed = report(LockdepBuilder.builder().turnedOff(true).held(List.of(held(1, 0, 0))));
        assertEquals("\nHeld by a/1: no lock\n", screen(80, screen -> new HeldView(listed, screen, false).write()));
    }

    private static String hung(boolean verbose, int count) {
        var tasks = IntStream.rangeClosed(1, count)
                .mapToObj(pid -> new BlockedTask(new Task("a", pid, null), "w", 120, List.of(), List.of(), null, null))
                .toList();
        var report = report(LockdepBuilder.builder().blocked(tasks).suppressed(count == 1));
        return screen(80, screen -> new HangView(report, screen, verbose).write());
    }

    @Test
    void manyHungTasksAreCounted() {
        assertEquals("", hung(false, 0));
        assertEquals(
                "  a/1 is blocked for more than 120 s.\n  The kernel reports no more hung tasks after this.\n",
                hung(false, 1));
        assertEquals(
                "\nBlocked  for, waits for, in\n  a/1  120 s  not known\n  a/2  120 s  not known\n", hung(false, 2));
        assertEquals(true, hung(false, 10).endsWith("  a/10  120 s  not known\n"));
        assertEquals(true, hung(false, 11).endsWith("  a/9  120 s  not known\n  ... 2 more; -v shows all\n"));
        assertEquals(true, hung(true, 11).endsWith("  a/11  120 s  not known\n"));
    }

    /** Words of the kernel stand where there is no sentence, but not those that all reports have. */
    @Test
    void theKernelsOwnWordsAreFew() {
        var lines = IntStream.range(0, 12).mapToObj(at -> "line " + at).collect(Collectors.toList());
        var noted = LockdepBuilder.builder().notes(lines);
        assertEquals(
                true, new ScreenWriter(80, false, false).text(report(noted)).contains("  line 11\n"));
        lines.add("line 12");
        noted = LockdepBuilder.builder().notes(lines);
        assertEquals(
                true,
                new ScreenWriter(80, false, false)
                        .text(report(noted))
                        .contains("  line 10\n  ... 2 more; -v shows all\n"));
        assertEquals(true, new ScreenWriter(80, false, true).text(report(noted)).contains("  line 12\n"));
        assertEquals(
                List.of("before", "depth: 48, max: 47", "The lock comparison function returns 1."),
                KernelPhrases.of(report(LockdepBuilder.builder()
                        .before(List.of(
                                "before",
                                "Not tainted 6.12",
                                "",
                                "task:a state:D",
                                "turning off the locking correctness validator."))
                        .notes(List.of(
                                "Please attach the output of /proc/lock_stat",
                                "\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\""))
                        .limit(new Limit("MAX_LOCK_DEPTH", 48, 47))
                        .comparison(1))));
    }

    @Test
    void aBugHasItsPlaces() {
        var report = report(LockdepBuilder.builder());
        var screen = new ScreenWriter(80, false, false);
        assertEquals(false, screen.text(report).contains("seen"));
        var places = List.of(new Where("-", 1, 2), new Where("b.log", 7, 8));
        var group = new Group(null, report, places, new Occurrences(List.of(), null, 3, 2));
        assertEquals(
                true,
                screen.text(group).contains("\nseen 3 times: stdin:1, b.log:7, and 1 more\n"),
                screen.text(group));
        var all = new Group(null, report, places, new Occurrences(List.of(), null, 2, 2));
        assertEquals(true, screen.text(all).contains("\nseen 2 times: stdin:1, b.log:7\n"), screen.text(all));
        assertEquals(
                true, screen.text(report).endsWith("\nstdin, lines 1-2, lockdep-held-locks\n"), screen.text(report));
    }
}
