package org.unsplat.input.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.grammar.oops.OopsHeaderPiece;
import org.unsplat.input.Cleaned;
import org.unsplat.input.console.ConsoleLines;
import org.unsplat.input.console.PlainRecord;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.scan.Kinds;

/** What is told of a line by a glance at its bytes is what reading it tells. */
class PlainLinesTest {

    private static final List<String> HEADS = List.of(
            "[   12.345678]",
            "[   12.345678] ",
            "[   12.345678][ T1234] ",
            "[   12.345678][    C1]",
            "[1234567.345678][T1234567] ",
            "[1234567890123.345678] ",
            "[.345678] ",
            "[    .345678] ",
            "[   12.34567:] ",
            "[   12.345678][ T] ",
            "[   12.345678][     1] ",
            "[   12.345678][x    1] ",
            "[   12.345678] [ T1234] ",
            "[  +0.000012] ",
            "[ +10.000012] ",
            "[   12.345678]I[0:      swapper/0:    0] ",
            "[   12.345678]  (1)[0:swapper/1]",
            "[   12.345678] <0>",
            "[12:00:00.123456] ",
            "",
            "<4>[   12.345678] ",
            " [   12.345678] ");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "   ",
            "eth0: up",
            "  f+0x1/0x2",
            " #0: ffff888012345678 (a){+.+.}, at: f+0x1/0x2",
            "x",
            "host kernel: text",
            "host[1] kernel: text",
            "a\tb kernel: text",
            "host kernel[0]: text",
            "kernel: text",
            "f kernel/fork.c:12 [inline]",
            "udevd[123]: text",
            "x [   12.34567] y",
            "x[   12.345678] y",
            "x [   12.345690][ T1234] y",
            "x <4>[   12.345690] y",
            "x\ty \t",
            "x ^M",
            "x  ",
            "<TASK>",
            "[<ffffffff81012345>] f+0x1/0x2",
            "1 lock held by a/1:",
            "Jun 25 12:00:00 host kernel: text",
            "a very long text without an end in sight",
            "** replaying previous printk message **",
            "kern  :warn  : text",
            "2024-06-25T12:00:00.123456+00:00 host kernel: text");

    private static byte[] bytes(String line) {
        // What comes after the line must not matter
        return (line + "\n[   12.345678] 12345678").getBytes(StandardCharsets.UTF_8);
    }

    /** What the console's layer makes of a line that is read in full. */
    private static List<PartialLine> read(String line) {
        var read = new ArrayList<PartialLine>();
        new ConsoleLines(new Layer(null) {
                    @Override
                    public void take(PartialLine each) {
                        read.add(each);
                    }
                })
                .take(new PartialLine(7, line, 0));
        return read;
    }

    @Test
    void aRecordIsReadAsItsTextIs() {
        var record = new PlainRecord();
        var plain = 0;
        for (var head : HEADS) {
            for (var text : TEXTS) {
                var line = head + text;
                if (record.end(bytes(line), 0) >= 0) {
                    assertEquals(read(line), List.of(record.line(7, line)), line);
                    plain++;
                }
            }
        }
        assertTrue(plain > 5 * 14, "too few are plain: " + plain);
    }

    /** A later line of a record is told by the width of the first one's prefix. */
    @Test
    void aPrefixIsAsWideAsInText() {
        for (var head : HEADS.subList(0, 5)) {
            for (var text : List.of("", "x", " x")) {
                var line = head + text + "\n" + " ".repeat(40) + "more";
                var through = "\n".repeat(40) + "[    1.000000] x\n".repeat(3);
                assertEquals(
                        Cleaned.texts(line).get(1),
                        Cleaned.texts(through + line).get(44),
                        line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth0: up",
                "Bluetooth: up",
                "  f+0x1/0x2",
                "udevd[123]: up",
                "x y\tz",
                "x",
                "",
                "x\r",
                "k",
                "a very long text indeed, which has no end",
                "!",
                "~"
            })
    void nothingBegins(String text) {
        for (var head : HEADS.subList(0, 5)) {
            var line = head + text;
            assertEquals(line.length(), new PlainLines(PlainLines.unless("BUG:", "#")).end(bytes(line), 0), line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BUG: x",
                "  BUG: x",
                "#0: x",
                "#",
                "kernel: BUG: x",
                "x[    1.345678] BUG: x",
                "x\rBUG: x",
                "\u00a0BUG: x",
                "\u001b[1mBUG: x",
                "é",
                "x é",
                "[ BUG: x ]",
                "<4>BUG: x",
                "(1)[0:swapper/1]BUG: x",
                "I[0:      swapper/0:    0] BUG: x",
                "&nbsp;BUG: x",
                "\u007fBUG: x",
                "host&nbsp;kernel: BUG: x",
                "x y &#91;   12.345678] BUG: x",
                "host ker\u007fnel: BUG: x",
                "a text of some sixteen\u007fbytes",
                "sixteen bytes or[   12.345678] BUG: x",
                "fifteen bytes o[   12.345678] BUG: x",
                "seventeen bytes or[   12.345678] BUG: x"
            })
    void somethingMayBegin(String text) {
        for (var head : HEADS.subList(0, 5)) {
            assertEquals(-1, new PlainLines(PlainLines.unless("BUG:", "#")).end(bytes(head + text), 0), head + text);
        }
    }

    /** journalctl -o short-monotonic puts a host there, and has no callers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host kernel: BUG: x",
                "a[b kernel: BUG: x",
                "a-host-of-some-length kernel: BUG: x",
                "host kernel[0]: BUG: x",
                "a\tb kernel: BUG: x"
            })
    void aHostStandsWhereNoCallerDoes(String text) {
        for (var head : HEADS.subList(0, 5)) {
            var line = head + text;
            var hasCaller = head.indexOf('[', 1) > 0;
            assertEquals(
                    hasCaller ? line.length() : -1,
                    new PlainLines(PlainLines.unless("BUG:")).end(bytes(line), 0),
                    line);
            assertEquals(hasCaller ? text : "BUG: x", read(line).get(0).text(), line);
        }
    }

    /** What is remembered of a line's time changes nothing for the next one. */
    @Test
    void eachLineIsToldAsIfItWereTheFirst() {
        var one = new PlainLines(PlainLines.unless("BUG:"));
        var told = 0;
        for (var before : HEADS) {
            for (var head : HEADS) {
                for (var text : List.of("x", "BUG: x", "host kernel: x")) {
                    var line = bytes(head + text);
                    one.end(bytes(before + "x"), 0);
                    var end = one.end(line, 0);
                    assertEquals(
                            new PlainLines(PlainLines.unless("BUG:")).end(line, 0),
                            end,
                            before + " before " + head + text);
                    told += end < 0 ? 0 : 1;
                }
            }
        }
        assertTrue(told > 22 * 5, "too few are plain: " + told);
    }

    /** Nobody adds a kind whose headlines are passed over. */
    @Test
    void whatAHeadlineBeginsWithMayMatter() {
        for (var kind : Kinds.all()) {
            for (var start : kind.starts()) {
                // Other trouble matters only if it lists a lock, which is a trigger itself
                assertTrue(isPassedOver("eth0: up") && (kind.unordered() || !isPassedOver(start)), start);
            }
        }
        for (var start : OopsHeaderPiece.starts()) {
            assertFalse(new Triggers().cannotStartReport(bytes(HEADS.get(2) + start + " x"), 0), start);
        }
    }

    private static boolean isPassedOver(String text) {
        return new Triggers().plainEnd(bytes(HEADS.get(2) + text + " x"), 0) >= 0;
    }

    @Test
    void anythingElseIsNoPlainLine() {
        Stream.of(
                        "",
                        "eth0: up",
                        "<4>[   12.345678] x",
                        "[Tue Jun 25 12:00:00 2024] x",
                        "4,354,12345678,-;x",
                        "[",
                        "[   12.345678",
                        "{")
                .forEach(line -> assertEquals(-1, new PlainLines(PlainLines.unless()).end(bytes(line), 0), line));
    }
}
