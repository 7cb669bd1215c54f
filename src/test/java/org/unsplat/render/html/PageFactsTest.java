package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.Backtrace;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.Task;
import org.unsplat.model.Where;
import org.unsplat.triage.Group;
import org.unsplat.triage.Occurrences;
import org.unsplat.triage.SampleReports;

/** What the page says of held locks, hung tasks, races, and the reports of a bug. */
class PageFactsTest {

    private static final FrameItems FRAMES = new FrameItems(SourceLinks.NONE, null, false);

    @ParameterizedTest
    @CsvSource({
        "net/ipv4/udp.c, net/ipv4",
        "drivers/gpu/drm/i915/gem.c, drivers/gpu",
        "mm/slub.c, mm",
        "a.c, ''",
        "fs/ext4/x/y.c, fs/ext4",
    })
    void aSubsystemIsADirectoryOrTwo(String file, String subsystem) {
        assertEquals(subsystem, BugRows.subsystem(file));
    }

    private static Report report(LockdepBuilder facts) {
        return ReportRecordBuilder.builder()
                .lockdep(facts.build())
                .where(new Where("a", 1, 2))
                .build();
    }

    private static HeldLocks held(int pid, int locks, int declared) {
        List<Lock> all = IntStream.range(0, locks)
                .mapToObj(at ->
                        LockBuilder.builder().index(at).classText("l" + at).build())
                .toList();
        return new HeldLocks(new Task("a", pid, null), declared, all);
    }

    private static LockdepFacts.HeldTable table(HeldLocks list) {
        return new HeldLocksMapper(report(LockdepBuilder.builder().held(List.of(list))), FRAMES)
                .tables()
                .get(0);
    }

    /** Four more than twelve have room. */
    @Test
    void manyLocksAreFolded() {
        assertEquals("Held by a/1", table(held(1, 1, 1)).title());
        assertEquals("Held by a/1: no lock", table(held(1, 0, 0)).title());
        assertEquals(
                List.of("", "1 of 2 printed"),
                List.of(table(held(1, 1, 1)).note(), table(held(1, 1, 2)).note()));
        assertEquals(
                List.of(16, 0),
                List.of(
                        table(held(1, 16, 16)).locks().size(),
                        table(held(1, 16, 16)).folded().size()));
        var folded = table(held(1, 17, 17));
        assertEquals(
                List.of(12, 5), List.of(folded.locks().size(), folded.folded().size()));
        assertEquals("#12", folded.folded().get(0).number());
    }

    @Test
    void aRowIsALock() {
        var at = StackFrameBuilder.builder()
                .function("f")
                .offset("0x1")
                .size("0x2")
                .reliable(true)
                .build();
        var lock = LockBuilder.builder()
                .index(3)
                .released(true)
                .usage("-...")
                .at(at)
                .build();
        var row = table(new HeldLocks(new Task("a", 1, null), 1, List.of(lock)))
                .locks()
                .get(0);
        assertEquals(
                new LockdepFacts.HeldRow(
                        "#3",
                        "<released>",
                        new CallTrail("f+0x1/0x2", "", null, ""),
                        "has been taken in hardirq",
                        "",
                        false),
                row);
        assertNull(table(held(1, 1, 1)).locks().get(0).at());
    }

    private static String leftOut(boolean isShort, int tasks) {
        var lists =
                IntStream.rangeClosed(1, tasks).mapToObj(pid -> held(pid, 0, 0)).toList();
        var mapper = new HeldLocksMapper(
                report(LockdepBuilder.builder().held(lists).turnedOff(true)),
                new FrameItems(SourceLinks.NONE, null, isShort));
        return mapper.tables().size() + " " + mapper.leftOut();
    }

    @Test
    void manyTasksAreCounted() {
        assertEquals("60 ", leftOut(false, 60));
        assertEquals("60 1 more task holds locks.", leftOut(false, 61));
        assertEquals("6 2 more tasks hold locks.", leftOut(true, 8));
        assertEquals("0 Held locks were not printed: lockdep was off already.", leftOut(false, 0));
        assertEquals("", new HeldLocksMapper(report(LockdepBuilder.builder()), FRAMES).leftOut());
    }

    @Test
    void hungTasksHaveTheirTrails() {
        var stack = new Backtrace(
                List.of(StackFrameBuilder.builder().function("f").reliable(true).build()));
        var tasks = List.of(
                new BlockedTask(new Task("a", 1, null), "w", 120, List.of(), List.of(), null, stack),
                new BlockedTask(new Task("b", 2, null), "w", null, List.of(), List.of(), null, null));
        var rows =
                new BlockedTasksMapper(LockdepBuilder.builder().blocked(tasks).build(), FRAMES).rows();
        assertEquals(
                List.of(
                        new LockdepFacts.BlockedRow("a/1", "120 s", "", new CallTrail("f", "", null, "")),
                        new LockdepFacts.BlockedRow("b/2", "", "", CallTrail.UNKNOWN)),
                rows);
    }

    private static Group group(int places, int listed, int count) {
        var first = IntStream.rangeClosed(1, listed)
                .mapToObj(line -> new Occurrences.Occurrence(line < 4 ? "a" : "-", line))
                .toList();
        var seen = IntStream.rangeClosed(1, places)
                .mapToObj(line -> new Where("a", line, line))
                .toList();
        return new Group(
                null,
                report(LockdepBuilder.builder()),
                seen,
                new Occurrences(first, new Occurrences.Occurrence("b", 9), count, 2));
    }

    @Test
    void laterReportsAreListedByInput() {
        assertNull(LaterReports.of(group(2, 2, 2), 10));
        var later = LaterReports.of(group(1, 5, 7), 10);
        assertEquals("6 more; all 7 are in 2 inputs, the last at b:9", later.words());
        assertEquals(List.of("a:2, 3", "stdin:4, 5"), later.lines());
        assertEquals(2, later.left());
        var few = LaterReports.of(group(1, 5, 5), 1);
        assertEquals(List.of("a:2"), few.lines());
        assertEquals(3, few.left());
    }

    @Test
    void aRaceHasTwoSides() {
        var facts = RaceFacts.of(SampleReports.reports(SampleReports.RACE).get(0), FRAMES);
        assertEquals(
                List.of("plain write by task 41 on cpu 1", "plain read by toy0/40 on cpu 0"),
                facts.sides().stream()
                        .map(side -> side.how() + side.type() + " " + side.who())
                        .toList());
        assertEquals(
                List.of(false, false),
                facts.sides().stream().map(AccessColumn::isMarked).toList());
        assertEquals(
                "toy_push", facts.sides().get(0).stack().frames().get(0).name().replaceAll("[.+].*", ""));
        assertEquals("bits 0-1 flipped", facts.value().words());
        assertNull(facts.common());
    }

    @Test
    void wordsAreCounted() {
        assertEquals(
                List.of("0 bugs", "1 bug", "2 bugs"),
                IntStream.range(0, 3)
                        .mapToObj(count -> PageHeads.plural(count, "bug"))
                        .toList());
    }
}
