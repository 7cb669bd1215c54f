package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unsplat.input.layer.Limits;

/** Inputs that nobody would write by accident: time stays in proportion to size, and nothing is thrown. */
class HostileTest {

    private static final List<String> PIECES = List.of(
            "[",
            "[[",
            "[   1.000001] ",
            "> ",
            ">",
            "| ",
            "+ ",
            "\r",
            "&lt;",
            "&",
            "\u001b[",
            "{\"msg\":\"",
            "{",
            "[{",
            "- {",
            "4,1,2,-;",
            "\\x0a",
            "#012",
            "<4>",
            "kernel: ",
            " ",
            "=?",
            "=",
            "a: ",
            "\u00e9",
            "@@ -1,9 +1,9 @@",
            "] [",
            "\"",
            "12:00:00");

    private static final List<String> LINES = List.of(
            "{",
            "> ",
            "| x",
            "+ x",
            "    WARNING: x",
            "From a Mon Jan  1 00:00:00 2024",
            "Subject: x",
            "commit 0123456789abcdef0123456789abcdef01234567",
            "Author: x",
            "__CURSOR=1",
            "MESSAGE",
            "@@ -1,99999 +1,99999 @@",
            "** replaying previous printk message **",
            "[    1.000001] x",
            "  |",
            "{\"msg\": \"a",
            "\"msg\": 1",
            ">x",
            "|",
            "Message-ID: <1>\nFrom: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n");

    /** Time of this thread alone: a busy machine makes no difference. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static long cost(byte[] input) {
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 2; run++) {
            var start = THREADS.getCurrentThreadCpuTime();
            Cleaned.of(input);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    /** Eight times the input may take a good deal more than eight times, but not 64 times. */
    private static void isLinear(String piece, int count) {
        var small = piece.repeat(count).getBytes(StandardCharsets.UTF_8);
        var large = piece.repeat(8 * count).getBytes(StandardCharsets.UTF_8);
        var floor = 20_000_000L;
        assertTrue(cost(large) < 40 * Math.max(floor, cost(small)), piece);
    }

    @TestFactory
    Stream<DynamicTest> longLinesAreLinear() {
        return PIECES.stream()
                .map(piece ->
                        DynamicTest.dynamicTest("'" + piece + "'", () -> isLinear(piece, 30_000 / piece.length())));
    }

    @TestFactory
    Stream<DynamicTest> manyLinesAreLinear() {
        return LINES.stream()
                .map(line ->
                        DynamicTest.dynamicTest("'" + line + "'", () -> isLinear(line + "\n", 30_000 / line.length())));
    }

    @Test
    void fiftyMegabytesOfOneLineAreOneLine() {
        var bytes = new byte[50 << 20];
        Arrays.fill(bytes, (byte) 'x');
        var cleaned = Cleaned.of(bytes);
        assertEquals(1, cleaned.source().lines());
        assertEquals(bytes.length, cleaned.source().bytes());
        assertEquals(Limits.LINE_BYTES, cleaned.lines().get(0).text().length());
    }

    @Test
    void anyDepthOfQuotingIsStripped() {
        assertEquals(List.of("WARNING: x"), Cleaned.texts("> ".repeat(100_000) + "WARNING: x"));
    }

    @Test
    void randomBytesAreLines() {
        var random = new Random(20240625);
        for (var round = 0; round < 2000; round++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            // The first byte of an archive would end the input at once
            if (bytes.length > 0) {
                bytes[0] = 'x';
            }
            countsRight(bytes);
        }
    }

    @Test
    void randomPiecesAreLines() {
        var random = new Random(4711);
        for (var round = 0; round < 5000; round++) {
            var text = new StringBuilder("x");
            for (var left = random.nextInt(60); left > 0; left--) {
                var source = random.nextBoolean() ? PIECES : LINES;
                text.append(source.get(random.nextInt(source.size()))).append(random.nextInt(3) == 0 ? "\n" : "");
            }
            countsRight(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void countsRight(byte[] bytes) {
        var cleaned = Cleaned.of(bytes);
        var newlines = 0;
        for (var each : bytes) {
            newlines += each == '\n' ? 1 : 0;
        }
        var open = bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
        assertEquals(newlines + open, cleaned.source().lines());
        assertEquals(bytes.length, cleaned.source().bytes());
        var last = 0;
        for (var line : cleaned.lines()) {
            assertTrue(line.number() >= last && line.number() <= newlines + open);
            last = line.number();
        }
    }
}
