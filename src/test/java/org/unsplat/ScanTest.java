package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Source;
import org.unsplat.model.InputInfo;
import org.unsplat.scan.Scan;

/** When a report shows while its log goes on, and what is known of lockdep at the end. */
class ScanTest {

    private static final Path RACE = Path.of("samples/kcsan/data-race/6.12-x86_64-read-write.log");
    private static final Path CIRCULAR = Path.of("samples/lockdep/circular-dependency/6.12-arm64-flush-work.log");

    /** Its last line is {@code </TASK>}; after a stack without one more may come. */
    private static final Path WITH_END_OF_STACK =
            Path.of("samples/lockdep/circular-dependency/6.12-x86_64-decoded.log");

    /** A log of which no more is there yet. */
    private static final class Followed extends InputStream {
        private final InputStream soFar;

        Followed(String text) {
            soFar = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            throw new AssertionError("read in pieces");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = soFar.read(bytes, offset, length);
            if (count < 0) {
                throw new AssertionError("waits for more");
            }
            return count;
        }
    }

    private static Scan scan(String text) {
        return new Scan(Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "log"), false);
    }

    private static String followedBy(int lines, Path log) throws IOException {
        var text = new StringBuilder(Files.readString(log));
        for (var line = 0; line < lines; line++) {
            text.append("[  900.%06d] eth%d: link becomes ready%n".formatted(line, line));
        }
        return text.toString();
    }

    @Test
    void aReportShowsWhileTheLogGoesOn() throws IOException {
        for (var log : List.of(RACE, CIRCULAR)) {
            // Others may print 200 lines amid a report
            var lines = log == RACE ? 20 : 220;
            try (var scan = new Scan(Source.of(new Followed(followedBy(lines, log)), "log"), false)) {
                assertTrue(scan.hasNext());
                assertEquals(
                        log.getParent().getParent().getFileName().toString(),
                        scan.next().family());
            }
        }
    }

    /** As {@code dmesg -w} prints it first: so much before a report that a console must have printed it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inALogAReportShowsAtItsEnd(boolean isTimed) throws IOException {
        for (var log : List.of(RACE, WITH_END_OF_STACK)) {
            var text = "[    0.100000] usb: old device\n".repeat(260) + Files.readString(log)
                    + "[  900.000000] usb: new device\n";
            var given = isTimed ? text : text.replaceAll("(?m)^\\[ *\\d+\\.\\d+\\](?:\\[ *[CT]\\d+\\])? ?", "");
            try (var scan = new Scan(Source.of(new Followed(given), "log"), false)) {
                assertTrue(scan.hasNext());
            }
        }
    }

    /** Lines with times alone, a few of them, are a console's: nobody pastes so many and says nothing. */
    @Test
    void belowAFewLinesWithTimesAReportShowsAtItsEnd() throws IOException {
        for (var log : List.of(RACE, WITH_END_OF_STACK)) {
            var text = Files.readString(log);
            var report = text.substring(text.lastIndexOf('\n', text.indexOf("] =====")) + 1);
            var given = "[    0.100000] usb: old device\n".repeat(16) + report + "[  900.000000] usb: new device\n";
            try (var scan = new Scan(Source.of(new Followed(given), "log"), false)) {
                assertTrue(scan.hasNext());
            }
        }
    }

    /** Who pastes a log, or quotes one, may have trailers below it. */
    @ParameterizedTest
    @ValueSource(strings = {"Today this came:\n", "> "})
    void aPastedLogMayHaveTrailersBelowIt(String mark) throws IOException {
        var log = "[    0.100000] usb: old device\n".repeat(40) + Files.readString(RACE);
        var pasted = mark.endsWith("\n") ? mark + log : log.replaceAll("(?m)^(?=.)", mark);
        var text = pasted + "\nFixes: 0123456789ab (\"x: add a race\")\n";
        try (var scan = scan(text)) {
            assertEquals(1, scan.next().origin().fixes().size());
        }
    }

    /** As {@code dmesg -tw} and {@code journalctl -f -o cat} print it: no times, and little or nothing before it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "usb 1-1: new device\n\neth0: link becomes ready\n", "\n\n"})
    void aBareReportShowsAtItsEnd(String before) throws IOException {
        for (var log : List.of(RACE, WITH_END_OF_STACK)) {
            var given = before + bare(log);
            try (var scan = new Scan(Source.of(new Followed(given), "log"), false)) {
                assertTrue(scan.hasNext());
            }
        }
    }

    /** What an author wrote before it may have trailers after it: a title, alone, looks like a kernel's line. */
    @ParameterizedTest
    @ValueSource(
            strings = {"toy: fix a race\n\n", "usb 1-1: new device\nToday this came:\n", "From: me\nSubject: s\n\n"})
    void proseBeforeABareReportTellsThatMoreMayFollow(String before) throws IOException {
        var text = before + bare(RACE) + "\nFixes: 0123456789ab (\"x: add a race\")\n";
        try (var scan = scan(text)) {
            assertEquals(1, scan.next().origin().fixes().size());
        }
    }

    /** The report alone, from its first ruler on, without times and callers. */
    private static String bare(Path log) throws IOException {
        var text = Files.readString(log).replaceAll("(?m)^\\[ *\\d+\\.\\d+\\](?:\\[ *[CT]\\d+\\])? ?", "");
        return text.substring(text.indexOf("====="));
    }

    /** What a mail says of a report comes after it. */
    @Test
    void whatFollowsAReportInAPastedTextIsKnownOfIt() throws IOException {
        var text = followedBy(8, RACE) + "\nFixes: 0123456789ab (\"x: add a race\")\n" + "\nmore\n".repeat(20);
        try (var scan = scan(text)) {
            var origin = scan.next().origin();
            assertNotNull(origin);
            assertEquals("0123456789ab (\"x: add a race\")", origin.fixes().get(0));
        }
    }

    /** A commit message may hold one report above another. */
    @Test
    void proseAboveAReportTellsThatMoreMayFollow() throws IOException {
        var text = "x: fix a race\n\n" + followedBy(40, RACE) + "\nFixes: 0123456789ab (\"x: add a race\")\n";
        try (var scan = scan(text)) {
            assertEquals(1, scan.next().origin().fixes().size());
        }
    }

    private static InputInfo.LockdepOff lockdepOff(String text) throws IOException {
        try (var scan = scan(text)) {
            scan.forEachRemaining(report -> assertEquals("lockdep", report.family()));
            return scan.info().lockdepOff();
        }
    }

    /** The report is still open when the next kernel boots. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linux version 6.12.0 (user@host) #1",
                "Lock dependency validator: Copyright (c) 2006 Red Hat, Inc., Ingo Molnar",
                "Good, all 264 testcases passed! |"
            })
    void lockdepIsOnAgainAfterABoot(String line) throws IOException {
        var splat = Files.readString(CIRCULAR);
        assertNotNull(lockdepOff(splat));
        assertNull(lockdepOff(splat + "[    0.000000] " + line + "\n"));
        assertFalse(splat.contains(line));
    }

    @ParameterizedTest
    @CsvSource({
        "Disabling lock debugging due to kernel taint, true",
        "'BUG: spinlock bad magic on CPU#0, x/77', true",
        "'BUG: rwlock wrong owner on CPU#0, x/77, 00000000a1b2c3d4', true",
        "'BUG: spinlock lockup suspected on CPU#0, x/77', false",
        "Disabling IRQ #17, false",
        "DEBUG_LOCKS_WARN_ON(a <= 0), true",
        "'DEBUG_RWSEMS_WARN_ON(a <= 0): count = 0x0, magic = 0x1, owner = 0x0, curr 0x2, list empty', true",
        "debug_locks && !(lock_is_held(&(&a->b)->dep_map) != 0), false",
    })
    void lockdepIsOffFromThisLineOn(String line, boolean isOff) throws IOException {
        var off = lockdepOff("[    1.000000] up\n".repeat(5000) + "[    2.000000] " + line + "\n[    2.000001] up\n");
        assertEquals(isOff ? 5001 : 0, off == null ? 0 : off.line());
    }

    /** Of lockdep's own warnings some do not switch it off, and the reason says no more than is known. */
    @ParameterizedTest
    @CsvSource({
        "DEBUG_LOCKS_WARN_ON(a <= 0), 'lockdep switches itself off after it reports: '",
        "releasing a pinned lock, 'lockdep warns of itself, and may have switched itself off: '",
    })
    void theReasonIsCertain(String message, String reason) throws IOException {
        var head = "WARNING: CPU: 0 PID: 1 at kernel/locking/lockdep.c:12 f+0x1/0x2";
        var off = lockdepOff("[    1.000000] ------------[ cut here ]------------\n[    1.000001] " + message
                + "\n[    1.000002] " + head + "\n");
        assertEquals(reason + head, off.reason());
    }
}
