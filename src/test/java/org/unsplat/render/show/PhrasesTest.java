package org.unsplat.render.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.HeldLocks;
import org.unsplat.model.LockBuilder;
import org.unsplat.model.Origin;
import org.unsplat.model.Problem;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.model.SystemInfo;
import org.unsplat.model.SystemInfoBuilder;
import org.unsplat.model.Task;
import org.unsplat.model.UnparsedLine;
import org.unsplat.model.WaitTypes;

/** The words for what the kernel prints in signs. */
class PhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "0x0, ''",
        "0x1, bit 0 flipped",
        "0x0008, bit 3 flipped",
        "0x3, bits 0-1 flipped",
        "0x9, 'bits 0, 3 flipped'",
        "0xe1, 'bits 0, 5-7 flipped'",
        "0x8000000000000000, bit 63 flipped",
        "0x5555, 'bits 0, 2, 4, 6, 8, 10, 12, 14 flipped'",
        "0x15555, 9 bits flipped",
    })
    void bits(String flipped, String phrase) {
        assertEquals(phrase, FlippedBits.of(flipped));
    }

    /**
     * Documentation/locking/lockdep-design.rst: {@code -} in the interrupt, {@code +} with it on, {@code ?} both; for each a
     * letter for writing and one for reading. Before 4.16 reclaim had two more.
     */
    @ParameterizedTest
    @CsvSource({
        "....,, false",
        "-.+., 'taken in hardirq, and held with softirqs on', false",
        "++++, held with irqs on, false",
        "????, 'taken in hardirq, softirq, and held with irqs on', false",
        "?.-., 'taken in hardirq, softirq, and held with hardirqs on', false",
        ".-.+, 'taken for reading in hardirq, and held for reading with softirqs on', false",
        ".+.+, held for reading with irqs on, false",
        ".?.., 'taken for reading in hardirq, and held for reading with hardirqs on', false",
        "+.+.+., 'held with irqs, reclaim on', false",
        "....-+, 'taken in reclaim, and held for reading with reclaim on', false",
        "-.+., taken in hardirq, true",
        "-+, 'taken in hardirq, and held for reading with hardirqs on', true",
        ".+-+., held for reading with hardirqs on, true",
    })
    void usages(String usage, String phrase, boolean realTime) {
        var lock = LockBuilder.builder().usage(usage).build();
        assertEquals(phrase == null ? "" : "has been " + phrase, UsagePhrases.usage(lock, realTime));
        assertEquals("", UsagePhrases.usage(LockBuilder.builder().build(), realTime));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ''", "2, 2, a", "2, 3, 'a, allows b'", "0, 3, 'a, allows b'", "4, 0, 'a, allows b'"})
    void waits(int outer, int inner, String phrase) {
        assertEquals(phrase, wait(new WaitTypes(outer, inner, "a", "b")));
    }

    @Test
    void aWaitTypeThatNobodyKnowsIsANumber() {
        assertEquals("", wait(null));
        assertEquals("wait type 99", wait(new WaitTypes(99, 99)));
    }

    private static String wait(WaitTypes types) {
        return UsagePhrases.wait(LockBuilder.builder().waitTypes(types).build());
    }

    @Test
    void systems() {
        var all = SystemInfoBuilder.builder()
                .kernel("6.12.0")
                .build("#1")
                .preemptRt(true)
                .comm("a")
                .pid(7)
                .cpu(3)
                .workqueue("w f")
                .hardware("x")
                .taint(new SystemInfo.Taint(List.of("O"), List.of("OOT_MODULE")));
        assertEquals(
                "kernel 6.12.0 #1 PREEMPT_RT; tainted OOT_MODULE; a/7 on cpu\u00a03; workqueue w f; x",
                SystemSummary.of(all.create()));
        assertEquals(
                "kernel 6.12.0; tainted O W; a/7",
                SystemSummary.of(SystemInfoBuilder.builder()
                        .kernel("6.12.0")
                        .comm("a")
                        .pid(7)
                        .taint(new SystemInfo.Taint(List.of("O", "W"), List.of()))
                        .create()));
        assertEquals(
                "not tainted",
                SystemSummary.of(SystemInfoBuilder.builder()
                        .taint(new SystemInfo.Taint(List.of(), List.of()))
                        .create()));
    }

    @Test
    void problems() {
        var report =
                ReportRecordBuilder.builder().problems(List.of(new Problem(Problem.Code.MISSING_PART, 9, "no footer")));
        assertEquals(
                List.of("incomplete: no footer (line\u00a09)"),
                ProblemPhrases.of(report.complete(false).build()));
        assertEquals(
                List.of("doubtful: no footer (line\u00a09)"),
                ProblemPhrases.of(report.complete(true).build()));
        assertEquals("not understood: line 1", unparsed(1));
        assertEquals("not understood: lines 1, 2", unparsed(2));
        assertEquals("not understood: lines 1, 2, 3, 4, 5, 6, 7, 8", unparsed(8));
        assertEquals("not understood: lines 1, 2, 3, 4, 5, 6, 7, 8, ...", unparsed(9));
    }

    private static String unparsed(int count) {
        var lines = IntStream.rangeClosed(1, count)
                .mapToObj(line -> new UnparsedLine(line, "?"))
                .toList();
        return ProblemPhrases.of(ReportRecordBuilder.builder().unparsed(lines).build())
                .get(0);
    }

    @Test
    void accesses() {
        var access = AccessBuilder.builder()
                .type("write")
                .op("write")
                .size(8)
                .pid(41)
                .cpu(1);
        assertEquals("plain ", AccessPhrases.how(access.build()));
        assertEquals("write", AccessPhrases.type(access.build()));
        assertEquals(" of 8 bytes", AccessPhrases.details(access.build()));
        assertEquals(
                " of 1 byte, scoped at 0x1",
                AccessPhrases.details(access.scoped(true).size(1).address("0x1").build()));
        assertEquals(
                " of 1 byte, reordered at 0x1",
                AccessPhrases.details(access.type("write (reordered)").build()));
        assertEquals(
                " of 1 byte at 0x1",
                AccessPhrases.details(
                        access.reorderedTo(StackFrameBuilder.builder().build()).build()));
        assertEquals("marked ", AccessPhrases.how(access.marked(true).build()));
        var asserted = access.isAssert(true).type("assert no writes (marked)").build();
        assertEquals("", AccessPhrases.how(asserted));
        assertEquals("assert no writes", AccessPhrases.type(asserted));
    }

    @Test
    void tasks() {
        var access = AccessBuilder.builder().pid(41).cpu(1).build();
        assertEquals("by task 41 on cpu 1", AccessPhrases.who(access, null));
        var system = SystemInfoBuilder.builder().pid(41).cpu(1);
        assertEquals("by task 41 on cpu 1", AccessPhrases.who(access, system.create()));
        assertEquals(
                "by a/41 on cpu 1", AccessPhrases.who(access, system.comm("a").create()));
        assertEquals(
                "by task 41 on cpu 1", AccessPhrases.who(access, system.pid(40).create()));
        assertEquals(
                "by an interrupt on cpu 2",
                AccessPhrases.who(AccessBuilder.builder().cpu(2).build(), system.create()));
    }

    @Test
    void heldLocks() {
        var task = new Task("a", 1, null);
        assertEquals("holding no lock", AccessPhrases.holds(new HeldLocks(task, 0, List.of())));
        var locks = List.of(
                LockBuilder.builder().classText("a").build(),
                LockBuilder.builder().released(true).build(),
                LockBuilder.builder().classText("b").build());
        assertEquals("holding a, b", AccessPhrases.holds(new HeldLocks(task, 3, locks)));
    }

    @Test
    void origins() {
        assertEquals(List.of(), OriginSummary.lines(origin(null, null, "2024-06-25")));
        assertEquals(List.of("from \"s\""), OriginSummary.lines(origin(null, "s", null)));
        assertEquals(
                List.of("from \"s\", 2024-06-25", "syzbot 01, https://syzkaller.appspot.com/bug?extid=01"),
                OriginSummary.lines(origin("01", "s", "2024-06-25")));
    }

    private static Origin origin(String id, String subject, String date) {
        return new Origin(id, null, subject, date, null, List.of(), List.of(), null, null, null, null, List.of());
    }

    @Test
    void heads() {
        var report = ReportRecordBuilder.builder().headline("WARNING: h");
        assertEquals("WARNING: h", HeadPhrases.title(report.build()));
        assertEquals(
                "possible deadlock, function not known",
                HeadPhrases.title(report.title("possible deadlock in corrupted").build()));
        assertEquals(
                "possible deadlock in f",
                HeadPhrases.title(report.title("possible deadlock in f").build()));
        assertEquals(true, HeadPhrases.wantsHeadline(report.build()));
        assertEquals(true, HeadPhrases.wantsHeadline(report.explanation("e").build()), "several kinds have this title");
        assertEquals(
                false,
                HeadPhrases.wantsHeadline(
                        report.title("WARNING: suspicious RCU usage").build()));
        assertEquals(
                false,
                HeadPhrases.wantsHeadline(
                        report.title("WARNING: h").explanation(null).build()));
        assertEquals(
                false,
                HeadPhrases.wantsHeadline(report.title(null).explanation("e").build()));
    }
}
