package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Cleaned;
import org.unsplat.input.Line;

class ConsolePrefixTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[   12.345678]  f+0x1/0x2",
                "[   12.345678][ T1234]  f+0x1/0x2",
                "[   12.345678][    C1]  f+0x1/0x2",
                "[123456.345678][T123456]  f+0x1/0x2",
                "[    T1]  f+0x1/0x2",
                "<4>[   12.345678]  f+0x1/0x2",
                "<14>[   12.345678][    C1]  f+0x1/0x2",
                "<4> [12.345678]  f+0x1/0x2",
                "kern  :warn  : [   12.345678]  f+0x1/0x2",
                "[Tue Jun 25 12:00:00 2024]  f+0x1/0x2",
                "[Tue Jun  5 12:00:00 2024]  f+0x1/0x2",
                "[Jun25 12:00]  f+0x1/0x2",
                "[  +0.000012]  f+0x1/0x2",
                "[   12.345678 <    0.000012>]  f+0x1/0x2",
                "[  +0,000012]  f+0x1/0x2",
                "[   12.345678 <    0,000012>]  f+0x1/0x2",
                "[<    0.000012>]  f+0x1/0x2",
                "[12:00:00.123]  f+0x1/0x2",
                "[Di Jun 25 12:00:00 2024]  f+0x1/0x2",
                "[mar. juin  5 12:00:00 2024]  f+0x1/0x2",
                "[\u0412\u0442 \u0438\u044e\u043d 25 12:00:00 2024]  f+0x1/0x2",
                "[\u706b  6\u6708 25 12:00:00 2024]  f+0x1/0x2",
                "[juin25 12:00]  f+0x1/0x2",
                "2024-06-25T12:00:00,345678+00:00  f+0x1/0x2",
                "2024-06-25T12:00:00.1234567Z [   12.345678]  f+0x1/0x2",
                "2024-06-25T12:00:00.123456Z 01O [   12.345678]  f+0x1/0x2",
                "2024-06-25T12:00:00.123456+00:00 host kernel: [   12.345678]  f+0x1/0x2",
                "2024-06-25T12:00:00.123456+00:00 host kernel:  f+0x1/0x2",
                "Jun 25 12:00:00 host kernel: [   12.345678]  f+0x1/0x2",
                "Jun 25 12:00:00 host kernel:  f+0x1/0x2",
                "Jun  5 12:00:00 kernel:  f+0x1/0x2",
                "Okt 25 12:00:00 host kernel:  f+0x1/0x2",
                "M\u00e4r  5 12:00:00 host kernel: [   12.345678]  f+0x1/0x2",
                "juin 25 12:00:00 host kernel:  f+0x1/0x2",
                "Sept 25 12:00:00 host kernel:  f+0x1/0x2",
                "juil. 25 12:00:00.123456 host kernel:  f+0x1/0x2",
                "\u0438\u044e\u043b 25 12:00:00 host kernel:  f+0x1/0x2",
                "\u0441\u0435\u043d\u0442. 25 12:00:00 host kernel: [   12.345678]  f+0x1/0x2",
                "6\u6708 25 12:00:00 host kernel:  f+0x1/0x2",
                " 6\u6708 25 12:00:00 host kernel:  f+0x1/0x2",
                "Tue 2024-06-25 12:00:00 UTC host kernel:  f+0x1/0x2",
                "mar. 2024-06-25 12:00:00 CEST host kernel: [   12.345678]  f+0x1/0x2",
                "1719316800.123456 host kernel:  f+0x1/0x2",
                "Tue Jun 25 12:00:00 2024 kern.warn kernel: [   12.345678]  f+0x1/0x2",
                "[   12.345678] host kernel:  f+0x1/0x2",
                "[   12.345678] kernel:  f+0x1/0x2",
                "kernel:  f+0x1/0x2",
                "[   12.345678]I[0:      swapper/0:    0]  f+0x1/0x2",
                "[   12.345678] [2:  kworker/2:1:  123]  f+0x1/0x2",
                "[   12.345678]  (1)[0:swapper/1] f+0x1/0x2",
                "[   12.345678] <0> f+0x1/0x2",
                "syzkaller login: [   12.345678][ T1234]  f+0x1/0x2",
                "host login: <4>[   12.345678]  f+0x1/0x2",
                "4,354,12345678,-; f+0x1/0x2",
                "4,354,12345678,-,caller=T1; f+0x1/0x2",
                "6.12.0-rc1,4,354,12345678,-,caller=C1; f+0x1/0x2",
                "Jun  5 12:00:00 host 4,354,12345678,-; f+0x1/0x2",
                "2024-06-25T12:00:00.123456+00:00 192.168.1.2 6.12.0-rc1,4,354,12345678,-; f+0x1/0x2",
                "\u001b[32m[   12.345678] \u001b[0m\u001b[33m f+0x1/0x2\u001b[0m",
                "[   12.345678][ T1234]\u00a0\u00a0f+0x1/0x2",
                "    [   12.345678]  f+0x1/0x2",
                "[    5.123456] [   12.345678]  f+0x1/0x2",
                "[   12.345678]  f+0x1/0x2^M",
                "Loading 10%\rLoading 100%\r[   12.345678]  f+0x1/0x2"
            })
    void allThatStandsInFrontGoes(String line) {
        var lines = Cleaned.of(line).lines();
        assertEquals(" f+0x1/0x2", lines.get(lines.size() - 1).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ INFO: possible circular locking dependency detected ]",
                "[ BUG: Invalid wait context ]",
                "[<ffffffff81012345>] f+0x1/0x2",
                "[c000000004653da0] [c00000000005d2c4] f+0x44/0x90",
                "-> #2 (a){+.+.}-{4:4}:",
                " #0: ffff888012345678 (a){+.+.}-{4:4}, at: f+0x1/0x2",
                " => f+0x1/0x2",
                "  |",
                "  +-> reordered to: f+0x1/0x2",
                ">ffff8880b98a1a80: fb fb",
                "<TASK>",
                "+ echo text",
                "kernel BUG at a.c:12!",
                "{HARDIRQ-ON-W} state was registered at:",
                "0,0,100,0,100,0",
                "Jun 25 12:00:00 host systemd[1]: text",
                "Okt 25 12:00:00 host systemd[1]: text",
                "words of any sort 12:00:00 host kernel: text",
                "[some words 12:00:00]",
                "1 lock held by a/1:",
                "->(&x->lock)"
            })
    void whatOnlyLooksLikeAPrefixStays(String text) {
        assertEquals(text, Cleaned.text(text));
        assertEquals(text, Cleaned.text("[   12.345678] " + text));
        assertEquals(text, Cleaned.text("[   12.345678][ T1234] " + text));
        assertEquals(text, Cleaned.text("<4>[   12.345678][ T1234] " + text));
        assertEquals(text, Cleaned.text("> " + text));
    }

    @Test
    void timeAndCallerAreKept() {
        var line = Cleaned.one("<4>[   12.345678][ T1234] x");
        assertEquals(12.345678, line.time());
        assertEquals("T1234", line.caller());
        assertEquals("C1", Cleaned.one("[    C1] x").caller());
        assertEquals(12.345678, Cleaned.one("4,354,12345678,-,caller=C1;x").time());
        assertEquals(12.345678, Cleaned.one("[   12.345678 <    0.000012>] x").time());
        assertNull(Cleaned.one("[Tue Jun 25 12:00:00 2024] x").time());
    }

    @Test
    void aRecordOfSeveralLinesHasOneNumber() {
        assertEquals(
                List.of("1", "1 and now", "1"),
                Cleaned.of("4,1,2,-,caller=T1;\\x0aand now\\x0a\n SUBSYSTEM=pci\n DEVICE=+pci:1")
                        .numbered()
                        .map(String::strip)
                        .toList());
        assertEquals(List.of("", "but", "x"), Cleaned.texts("Jun 25 12:00:00 host kernel: #012but#012x"));
    }

    @Test
    void twoRecordsOnOneLineAreTwoLines() {
        var lines = Cleaned.of("[    1.000001][    T1] one[    1.000002][    C0] two")
                .lines();
        assertEquals(List.of("one", "two"), lines.stream().map(Line::text).toList());
        assertEquals(List.of("T1", "C0"), lines.stream().map(Line::caller).toList());
        assertEquals(List.of(1, 1), lines.stream().map(Line::number).toList());
    }

    @Test
    void textOfOthersInFrontIsALineOfItsOwnOnce() {
        assertEquals(
                List.of("Starting foo...", "one"),
                Cleaned.texts("         Starting foo...[    1.000001] one").stream()
                        .map(String::strip)
                        .toList());
        assertEquals(
                List.of("dut1 |", "one", "two"),
                Cleaned.texts("dut1 | [    1.000001] one", "dut1 | [    1.000002] two"));
    }

    @Test
    void droppedMessagesShowAndReplayedOnesGo() {
        assertEquals(
                List.of("** 3 printk messages dropped **", "x"),
                Cleaned.texts("** 3 printk messages dropped ** [    1.000001] x"));
        assertEquals(
                List.of("a", "b", "** replaying previous printk message **", "c"),
                Cleaned.texts(
                        "[    1.000001] a",
                        "[    1.000002] b",
                        "** replaying previous printk message **",
                        "[    1.000002] b",
                        "[    1.000003] c"));
    }

    @Test
    void linesThatDmesgIndentsBelongToTheRecord() {
        var lines = Cleaned.of(
                        "[   12.345678]\n               but task\n                -> #1 (a):\n[   12.345679]  f+0x1/0x2")
                .lines();
        assertEquals(
                List.of("", "but task", " -> #1 (a):", " f+0x1/0x2"),
                lines.stream().map(Line::text).toList());
        assertEquals(12.345678, lines.get(1).time());
    }
}
