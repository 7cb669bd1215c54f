package org.unsplat.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Pieces;
import org.unsplat.input.Line;

/** Lines that a mailer, a console or printk broke. */
class LineJoinerTest {

    private final List<TypedLine> joined = new ArrayList<>();
    private final LineJoiner joiner = new LineJoiner(Pieces.classifierOfAllKinds(), joined::add);
    private int number;

    private List<String> join(String... texts) {
        for (var text : texts) {
            joiner.take(Line.bare(++number, text));
        }
        return flush();
    }

    private List<String> flush() {
        joiner.flush();
        assertTrue(joiner.isEmpty());
        var texts = joined.stream().map(TypedLine::text).toList();
        joined.clear();
        return texts;
    }

    private void print(String caller, String text) {
        joiner.take(new Line(++number, "[    1.000000][%6s] %s".formatted(caller, text), text, 1.0, caller));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#0:; ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (a); , at: f+0x1/0x2;",
                "#0: ffff0000c1d98148 (a){+.+.}-{0:0}; , at: f+0x1/0x2; #0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (mapping.invalidate_lock); {+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (mapping.invalidate_lock){+.+.}-{0:0}, at: f+0x1/0x2",
                "#0: ffff0000c1d98148 (rt-; >lock){+.+.}-{0:0}, at: f+0x1/0x2; #0: ffff0000c1d98148 (rt->lock){+.+.}-{0:0}, at: f+0x1/0x2",
                "1 lock held by a/1:; thanks;",
                "#0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: f+0x1/0x2; so there;"
            })
    void aLockOfAList(String last, String text, String whole) {
        assertEquals(whole == null ? List.of(last, text) : List.of(whole), join(last, text));
    }

    @Test
    void whatLiesBetweenIsPartOfIt() {
        assertEquals(
                List.of("#0: ffff0000c1d98148 (a b){+.+.}-{0:0}, at: f+0x1/0x2"),
                join("#0: ffff0000c1d98148", "(a", "b){+.+.}-{0:0}, at: f+0x1/0x2"));
    }

    @Test
    void aLineThatIsNoPartOfItLeavesItCut() {
        var texts = List.of("#0: ffff0000c1d98148", "thanks", "(a){+.+.}-{0:0}, at: f+0x1/0x2");
        assertEquals(texts, join(texts.toArray(String[]::new)));
    }

    @Test
    void afterProseNoPlaceIsPartOfAWholeLock() {
        var texts = List.of("#0: ffff0000c1d98148 (a){+.+.}-{0:0}", "thanks", ", at: f+0x1/0x2");
        assertEquals(texts, join(texts.toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "f+0x1/0x2; kernel/fork.c:12; true",
                "f+0x1/0x2; kernel/fork.c:12 [toy]; true",
                "f+0x1/0x2; [toy]; true",
                "f+0x1/0x2; toy; false",
                "f+0x1/0x2; kernel/fork.c; false",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.19.0 #1; PREEMPT_{RT,(full)}; true",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.12.0 #1; f94e6c01e31def3c3f587d0db511269469c69260; true",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.12.0 #1; later; false"
            })
    void aWholeLineMayGoOn(String last, String text, boolean does) {
        assertEquals(does ? List.of(last + " " + text) : List.of(last, text), join(last, text));
        assertEquals(List.of(last, "thanks", text), join(last, "thanks", text));
    }

    /** What lines of many types are broken at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "value changed: 0x20 ->; 0x00",
                "no locks held by; a/1.",
                "...; acquired at:",
                "Exception stack(0xc10efef0 to; 0xc10eff38)",
                "Hardware name: Generic DT; based system",
                "Hardware name: IBM 3931 A01; 704 (KVM Linux)",
                "hlock_id:1 -> chain_key:6a1f5c0e9b3d2744; (a){+.+.}-{4:4}, at: f+0x1/0x2",
                "ffffffffa0004a48 (b){+.+.}-{4:4}, at: f (a/b.c:1); toy",
                "RIP:; 0010:f+0x1/0x2",
                "RIP: 0033:; 0x47fbe9",
                "INFO: trying to; register non-static key.",
                "[ BUG: Invalid wait context; ]",
                "BUG: KCSAN: data-race in f; / g",
                "BUG: KCSAN: data-race in f+0x34/0x25c; arch/a/b.c:96",
                "BUG: KCSAN: data-race in f (a/b.c:12) / g (a/c.h:3; a/c.c:34)",
                "[<ffffffff81300b20>] ?; f+0x1/0x2",
                "<IRQ>  [<ffffffff81300b20>]; f+0x1/0x2",
                "BUG: KCSAN: data-race in f+0x2e5/0x620; [toy]",
                "Hardware name: a, BIOS; 1.16.2",
                "Stopper: f+0x0/0x2b0 <-; g+0x7d/0xd0",
                "MSR:  800000000280f033 <SF>  CR:; 44422408  XER: 00000000",
                "GPR00: 0000000000000004 00007ffffd011260 000000010dfa7e00; 0000000000000001",
                "bd20:                     c0d43e50 c0d43e60 ef19bebc; c0d43e70",
                "80fe0000 81119930 80ef8fe0 80fe0000 80fddc23 00000001 820cb8b0; 82100ec0",
                "f (a.c:219; /home/a/b.c:282)",
                "a --> b --> &per_cpu_ptr(c,; cpu)->mutex",
                "RSP: 0018:ffffc900000f3e88; EFLAGS: 00010246",
                "FS:  00007f51722bb300(0000); GS:ffff88849fa00000(0000) knlGS:0000000000000000",
                "CS:  0010 DS: 0000; ES: 0000 CR0: 0000000080050033",
                "CR2: 00007ffd197adff0; CR3: 000000011d9ee004 CR4: 0000000000770ef0",
                "pstate: 60400005 (nZCv daif +PAN; -UAO -TCO BTYPE=--)",
                "pstate: 60400005 (nZCv; daif +PAN -UAO)"
            })
    void aLineMayBeBrokenAtABlank(String last, String text) {
        assertEquals(List.of(last + " " + text), join(last, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RAX: 0000000000000000; RBX: 0000000000000001; RCX: 0000000000000002",
                "FS:  00007f51722bb300(0000); GS:ffff88849fa00000(0000); knlGS:0000000000000000",
                "CR2: 00007ffd197adff0; CR3: 000000011d9ee004; CR4: 0000000000770ef0"
            })
    void aRowOfRegistersMayBeInThreeParts(String first, String second, String third) {
        assertEquals(List.of(first + " " + second + " " + third), join(first, second, third));
    }

    /** A module on a line of its own is joined, what a person says of lines that he took away is not. */
    @Test
    void aMarkOfAPersonIsNoModule() {
        assertEquals(List.of("f+0x1/0x2", "[snip]"), join("f+0x1/0x2", "[snip]"));
    }

    /** A blank stood before the module, though the line is as long as a terminal is wide. */
    @Test
    void aModuleNeverContinuesAName() {
        var first = "BUG: KCSAN: assert: race in toy_assert_access [toy] / toy_read_once_and_for_all_";
        assertEquals(80, first.length());
        assertEquals(List.of(first + " [toy]"), join(first, "[toy]"));
    }

    /** What the kernel prints there has no blank. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.19.0 #1 PREEMPT(volun; tary)",
                "CPU: 0 UID: 0 PID: 1 Comm: a Not tainted 6.19.0 #1 PRE; EMPT(voluntary)",
                "CPU: 0 PID: 1 Comm: a Not tainted 6.0.0 #26 a3543a403f60337b0019; 4a751e59d1695bae8a5b",
                "WARNING: CPU: 0 PID: 1 at kernel/locking/lockdep.c:4976 debug_mutex_init; +0x40/0x4c",
                "WARNING: CPU: 0 PID: 1 at kernel/locking/lockdep.c:4976 debug_mutex_init+0x40/0x4; c",
                "RIP: 0010:f include/linux/spinlock_api_smp.h:152 [inl; ine]",
                "dfa0: 00000000 00000000 000; 00000",
                "Code: 45 c1 4; 1 89 c2",
                "RSP: 002b:00007ffc7d3b12a8 EFLAGS: 00000246 ORIG_RA; X: 0000000000000139",
                "BUG: KCSAN: data-race in f (a/b.c:12) / g (a/c; .c:34)",
                "BUG: KCSAN: data-race in f (a/b; .c:12) / g (a/c.c:34)",
                "BUG: KCSAN: data-race in f (a/b.c:12) / g (a/c.c:; 34)",
                "kernel/locking/lockdep.c:4976 suspicious rcu_dereference_check() usage; !",
                "Hardware name: a, BIOS 1.16.2 04/01/2; 014"
            })
    void aWordMayBeBroken(String last, String text) {
        assertEquals(List.of(last + text), join(last, text));
    }

    /** The column of a step tells its cpu. */
    @Test
    void aJoinedLineKeepsItsIndentation() {
        joiner.take(Line.bare(1, "                               lock(&per_cpu_ptr(a,"));
        joiner.take(Line.bare(2, "cpu)->mutex);"));
        joiner.flush();
        assertEquals(
                "                               lock(&per_cpu_ptr(a, cpu)->mutex);",
                joined.get(0).line().text());
    }

    /** A blank at the end of a line is no evidence of a mailer that breaks at blanks. */
    @Test
    void allLinesAreBrokenAtOneWidth() {
        var texts = List.of(
                "race at unknown origin, with read to 0xffff888b5a8bd00c of 4 bytes by task 1122 ",
                "on cpu 9:",
                "Hardware name: VMware, Inc. VMware20,1/440BX Desktop Reference Platform, BIOS VM",
                "W201.00V 03/26/2024");
        assertEquals(
                List.of(texts.get(0) + texts.get(1), texts.get(2) + texts.get(3)), join(texts.toArray(String[]::new)));
    }

    @Test
    void noLineIsLongerThanPrintkCuts() {
        var start = "#0: ffff0000c1d98148 (";
        var end = "){+.+.}-{0:0}, at: f+0x1/0x2";
        var fits = start + "a".repeat(4096 - start.length() - end.length());
        assertEquals(1, join(fits, end).size());
        assertEquals(List.of(fits + "a", end), join(fits + "a", end));
    }

    @Test
    void printkPrintsNoLineInMorePieces() {
        assertEquals(List.of("#0: ffff0000c1d98148 (abcdef){+.+.}-{0:0}"), pieces("abcdef"));
        assertFalse(pieces("abcdefg").contains("#0: ffff0000c1d98148 (abcdefg){+.+.}-{0:0}"));
    }

    private List<String> pieces(String name) {
        print("T1", "#0: ffff0000c1d98148 (");
        name.chars().forEach(letter -> print("T1", Character.toString(letter)));
        print("T1", "){+.+.}-{0:0}");
        return flush();
    }

    @Test
    void printkPrintsALockInPieces() {
        for (var piece : List.of("ffff0000eea0a3e0", " (", "&q->lock", "){+.+.}-{0:0}, at: f+0x1/0x2")) {
            print("T1", piece);
        }
        joiner.flush();
        assertEquals(1, joined.size());
        assertEquals(
                "ffff0000eea0a3e0 (&q->lock){+.+.}-{0:0}, at: f+0x1/0x2",
                joined.get(0).text());
        assertEquals(List.of(1, 2, 3, 4), joined.get(0).numbers());
        assertEquals(4, joined.get(0).lastNumber());
    }

    @Test
    void aBeginningWaitsForItsCaller() {
        print("T1", "#0: ffff0000c1d98148 (a");
        print("C2", "f+0x1/0x2");
        print("T1", "){+.+.}-{0:0}, at: g+0x1/0x2");
        assertEquals(List.of("f+0x1/0x2", "#0: ffff0000c1d98148 (a){+.+.}-{0:0}, at: g+0x1/0x2"), flush());
    }

    @Test
    void anEmptyLineEndsALine() {
        assertEquals(
                List.of("#0: ffff0000c1d98148 (a", "){+.+.}-{0:0}"),
                join("#0: ffff0000c1d98148 (a", "", "){+.+.}-{0:0}"));
        joiner.take(Line.bare(++number, ""));
        joiner.take(Line.bare(++number, "f+0x1/0x2"));
        joiner.take(Line.bare(++number, "g+0x1/0x2"));
        joiner.flush();
        assertEquals(
                List.of(true, false), joined.stream().map(TypedLine::afterBlank).toList());
    }

    @Test
    void allLinesComeOutInTheirOrder() {
        var texts = IntStream.range(0, 30).mapToObj(i -> "#" + i + ":").toList();
        assertEquals(texts, join(texts.toArray(String[]::new)));
    }

    /** As long as one waits, no line of the log may be passed over. */
    @Test
    void aBeginningWaitsForItsCallerNotForEver() {
        print("T1", "#0: ffff888012345678 (toy){+.+.}-{4:4}, at:");
        for (var i = 0; i < 200; i++) {
            print("T2", "usb 1-1: new device");
        }
        assertFalse(joiner.isEmpty());
        print("T2", "usb 1-1: new device");
        assertTrue(joiner.isEmpty());
        assertTrue(flush().contains("#0: ffff888012345678 (toy){+.+.}-{4:4}, at:"));
    }
}
