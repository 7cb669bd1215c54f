package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.Reports;
import org.unsplat.model.Backtrace;
import org.unsplat.model.BlockedTask;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Lock;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.LockdepBuilder;
import org.unsplat.model.RcuUsage;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.Task;
import org.unsplat.model.Where;
import org.unsplat.triage.Group;
import org.unsplat.triage.Groups;
import org.unsplat.triage.Identity;
import org.unsplat.triage.Occurrences;
import org.unsplat.triage.RunInputs;
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

    private static LockdepFacts facts(Report report) {
        return LockdepFactsMapper.of(report, FRAMES);
    }

    /** The chain is printed backwards: the lock that is held now was once taken under the one that is wanted. */
    @Test
    void aChainIsACycle() {
        var facts = facts(SampleReports.reports(SampleReports.circular("task/1", "&lock_a", "&lock_b"))
                .get(0));
        assertEquals("Cycle", facts.orderTitle());
        assertEquals(
                List.of("&lock_a &lock_b take_lock_b null ", "&lock_b &lock_a task_wants closing closes it"),
                facts.order().stream()
                        .map(row -> row.held() + " " + row.taken() + " "
                                + row.by().name().replaceAll("[+].*", "") + " " + row.style() + " " + row.words())
                        .toList());
        assertEquals(
                List.of("&lock_a", "&lock_b"),
                facts.drawing().boxes().stream().map(box -> box.label().text()).toList());
        assertEquals(
                new LockdepFacts.ScenarioTable(
                        "Possible unsafe locking scenario",
                        List.of("CPU0", "CPU1"),
                        List.of(
                                List.of("lock(&lock_b)", ""),
                                List.of("", "lock(&lock_a)"),
                                List.of("", "lock(&lock_b)"),
                                List.of("lock(&lock_a)", ""))),
                facts.scenario());
        assertEquals(
                List.of("#1 &lock_b, 3 frames", "#0 &lock_a, 3 frames", "Backtrace, 8 frames"),
                facts.stacks().stream().map(StackBlock::more).toList());
        assertEquals(
                List.of("Interrupts", List.of(), ""), List.of(facts.irqTitle(), facts.irqs(), facts.waitsLeftOut()));
        assertNull(facts.callers());
        assertNull(facts.waits());
    }

    @Test
    void aReportWithoutAnOrderHasItsCallers() {
        var facts = facts(SampleReports.reports(SampleReports.RCU).get(0));
        assertEquals(List.of("Order", List.of(), List.of()), List.of(facts.orderTitle(), facts.order(), facts.notes()));
        assertNull(facts.drawing());
        assertNull(facts.scenario());
        assertEquals("Called from", facts.callers().title());
        assertEquals(
                List.of("toy_lookup+0x2b/0x40", "toy_run+0x6e/0xb0"),
                facts.callers().frames().stream().map(FrameItem::name).toList());
        var rcu = new RcuUsage("a.c", 7, "wrong", 2, 1, List.of("a note"));
        var unexplained = facts(report(LockdepBuilder.builder().rcu(rcu)));
        assertEquals(List.of("a.c:7  wrong", "a note"), unexplained.notes());
    }

    @Test
    void aLockIsUsedInTwoWays() throws IOException {
        var facts = facts(Reports.in(Path.of("samples/lockdep/inconsistent-state/6.12-x86_64-hardirq.log"))
                .toList()
                .get(0));
        assertEquals("lkt_sa was used", facts.irqTitle());
        assertEquals(
                List.of("before lkt_sa_irq false", "now lkt_sa_plain true"),
                facts.irqs().stream()
                        .map(use -> use.what() + " " + use.by().name().replaceAll("[+].*", "") + " " + use.isNow())
                        .toList());
        assertEquals("Cycle of one lock", facts.drawing().words().replaceAll(":.*", ""));
        assertEquals(List.of(), facts.order());
    }

    private static LockdepFacts.HeldTable uses(String usage, String wait, boolean isFolded) {
        var rows = List.of(
                new LockdepFacts.HeldRow("#0", "a", null, "", "", false),
                new LockdepFacts.HeldRow("#1", "b", null, usage, wait, false));
        return new LockdepFacts.HeldTable("", "", isFolded ? List.of() : rows, isFolded ? rows : List.of());
    }

    /** A column that is empty in all rows is left out. */
    @Test
    void columnsMayBeEmpty() {
        assertEquals(
                List.of(true, false),
                List.of(uses("u", "", false).hasUsage(), uses("u", "", true).hasWait()));
        assertEquals(
                List.of(false, true),
                List.of(uses("", "w", false).hasUsage(), uses("", "w", true).hasWait()));
    }

    private static PageHead head(RunInputs run, Report... reports) {
        var groups = new Groups();
        List.of(reports).forEach(groups::add);
        return new PageHeads(PageContent.of(groups, run), SourceLinks.of("https://a.org/{file}#{line}"))
                .head(PageAssets.load());
    }

    private static InputInfo off(int number) {
        return new InputInfo("i" + number, 1, 8, 0, new InputInfo.LockdepOff(2, "full"));
    }

    @Test
    void theHeadCountsBugsAndInputs() {
        var race = SampleReports.reports(SampleReports.RACE_DECODED).get(0);
        var rcu = SampleReports.reports(SampleReports.RCU).get(0);
        var off = IntStream.rangeClosed(1, 102).mapToObj(PageFactsTest::off).toList();
        var head = head(new RunInputs(off, Set.of(), List.of("f"), List.of("w")), race, race, rcu);
        assertEquals("3 reports", head.counts());
        assertEquals("102 inputs: i1, i2, i3, i4, i5 and 97 more, 816 lines", head.inputs());
        assertEquals(
                List.of(new PageHead.Tally("kcsan-data-race", 1), new PageHead.Tally("lockdep-suspicious-rcu", 1)),
                head.kinds());
        assertEquals(List.of("6.12.0-toy"), List.of(head.kernels().get(1).name()));
        assertEquals(List.of(), head.states());
        assertEquals("Lockdep went off in 102 of 102 inputs:", head.coverageWords());
        assertEquals(
                new PageHead.Coverage("i1", 2, 8, "full", 25), head.coverage().get(0));
        assertEquals(
                List.of(5, 95),
                List.of(head.coverage().size(), head.coverageFolded().size()));
        assertEquals("Lockdep went off in 2 more inputs.", head.coverageLeftOut());
        assertEquals(2, head.rowCount());
        var few = head(new RunInputs(off.subList(0, 5), Set.of(), List.of(), List.of()));
        assertEquals("5 inputs: i1, i2, i3, i4, i5, 40 lines", few.inputs());
        assertEquals("", few.coverageLeftOut());
        assertEquals(
                "0 inputs, 0 lines",
                head(new RunInputs(List.of(), Set.of(), List.of(), List.of())).inputs());
    }

    @Test
    void aRowLeadsToItsBugAndItsSource() {
        var run = new RunInputs(List.of(), Set.of(), List.of(), List.of());
        var race = SampleReports.reports(SampleReports.RACE_DECODED).get(0);
        var row = head(run, race).rows().iterator().next();
        assertEquals("bug-" + Identity.of(race).id(), row.anchor());
        assertEquals("https://a.org/" + row.place().replace(':', '#'), row.href());
        assertEquals(BugRows.subsystem(row.place()), row.subsystem());
        assertEquals(List.of(1, "kcsan-data-race", "stdin:1"), List.of(row.count(), row.kind(), row.firstSeen()));
        var rcu = SampleReports.reports(SampleReports.RCU).get(0);
        assertEquals("drivers/toy", head(run, rcu).rows().iterator().next().subsystem());
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
