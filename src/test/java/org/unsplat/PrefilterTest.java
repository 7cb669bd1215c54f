package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unsplat.QuietLog.Form;
import org.unsplat.input.bytes.ReadBuffer;
import org.unsplat.input.bytes.Swar;
import org.unsplat.input.quiet.Prefilter;
import org.unsplat.model.Report;
import org.unsplat.scan.Kinds;

/** Passing over quiet lines changes no result, whatever the log looks like and however its bytes arrive. */
class PrefilterTest {

    private static final Form CONSOLE = new Form(true, false, "\n");
    private static final Form WITH_CALLER = new Form(true, true, "\n");
    private static final Form CRLF = new Form(true, false, "\r\n");
    private static final Form BARE = new Form(false, false, "\n");

    private static byte[] bytes(Object log) {
        return log.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A log with all samples, far apart and close to each other. */
    private static QuietLog buried(List<String> texts, Form form, long seed, int near) {
        var log = new QuietLog(seed, form).quiet(5000, near);
        var random = new Random(seed);
        for (var text : texts) {
            log.quiet(random.nextInt(4) == 0 ? random.nextInt(40) : 200 + random.nextInt(600), near)
                    .text(text);
        }
        return log.quiet(1000, near);
    }

    private static List<String> samples() {
        return Sample.all().stream().map(Sample::text).toList();
    }

    @TestFactory
    Stream<DynamicTest> samplesInQuietLogs() {
        return Stream.of(CONSOLE, WITH_CALLER, CRLF, BARE)
                .flatMap(form -> Stream.of(3, 40)
                        .map(near -> DynamicTest.dynamicTest(
                                form + " " + near,
                                () -> Prefiltered.same(bytes(buried(samples(), form, near, near)), "log"))));
    }

    /** A report whose headline is lost is found as well, and all of it. */
    @TestFactory
    Stream<DynamicTest> samplesWithoutHeadlines() {
        var headless = samples().stream()
                // One line alone is left to tell of it, and the prefilter looks for three
                .filter(text -> !text.contains("DEPT: "))
                .map(PrefilterTest::withoutHeadlines)
                .toList();
        return Stream.of(CONSOLE, WITH_CALLER, CRLF, BARE)
                .map(form -> DynamicTest.dynamicTest(
                        form.toString(),
                        () -> assertTrue(
                                Prefiltered.same(bytes(buried(headless, form, 7, 0)), "log") > headless.size() / 2,
                                "most are found")));
    }

    private static String withoutHeadlines(String text) {
        var headlines = ReportFacts.reports(text).stream().map(Report::headline).toList();
        return text.lines()
                .filter(line -> headlines.stream().noneMatch(line::endsWith))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Far from everything, no report may be lost. */
    @Test
    void samplesFarFromAnythingAreFound() {
        for (var at = 0; at < Sample.all().size(); at += 6) {
            var sample = Sample.all().get(at);
            var alone = Prefiltered.scan(new ByteArrayInputStream(bytes(sample.text())), false)
                            .size()
                    - 1;
            var log = bytes(new QuietLog(1, BARE)
                    .quiet(4300, 0)
                    .verbatim(sample.text())
                    .verbatim("\n")
                    .quiet(300, 0));
            assertTrue(Prefiltered.same(log, sample.operand()) >= alone, sample.operand());
        }
    }

    @Test
    void whatHidesTextEndsTheSkipping() {
        var sample = Sample.all().get(0).text();
        var hidden = "From a@b Mon Jan  1 00:00:00 2024\nFrom: a\nSubject: b\nContent-Transfer-Encoding: base64\n\n"
                + java.util.Base64.getMimeEncoder().encodeToString(bytes(sample)) + "\n";
        var json = new StringBuilder();
        sample.lines()
                .forEach(line -> json.append("{\"time\":1.5,\"msg\":\"")
                        .append(line.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\"}\n"));
        for (var text : List.of(
                hidden,
                json.toString(),
                "commit " + "0".repeat(40) + "\nAuthor: A\n\n    title\n\n" + sample.indent(4),
                "__CURSOR=1\n_TRANSPORT=kernel\nMESSAGE=BUG: x\n\n" + sample,
                sample.replace("\n", "\0\n\0"))) {
            var log = new QuietLog(2, CONSOLE)
                    .quiet(9000, 2)
                    .verbatim("\n" + text + "\n")
                    .quiet(3000, 2);
            Prefiltered.same(bytes(log), text.substring(0, 40));
        }
    }

    /** What a prefix that no rule knows hides, or an entry of a journal, is found as well, and read the same. */
    @Test
    void prefixesByEvidenceAndJournals() {
        var sample = Sample.all().stream()
                .filter(each -> each.operand().contains("circular-dependency/6.12-x86_64-odd-names"))
                .findFirst()
                .orElseThrow();
        var lines = ReportFacts.canonical(ReportFacts.reports(sample.text()).get(0))
                .lines()
                .toList();
        Stream.concat(PrefixTransports.all(), JournalTransports.all()).forEach(transport -> {
            var carried = new String(transport.carry().apply(lines), StandardCharsets.ISO_8859_1);
            for (var form : List.of(CONSOLE, BARE)) {
                var log = new QuietLog(5, form).quiet(4300, 0);
                for (var count = 0; count < 3; count++) {
                    log.verbatim(carried).quiet(700, 0);
                }
                assertTrue(Prefiltered.same(bytes(log), transport.name() + " " + form) >= 3, transport.name());
            }
        });
    }

    /** The headline of each kind, alone, stops the prefilter. */
    @Test
    void everyHeadIsSeen() {
        var log = new QuietLog(3, CONSOLE).quiet(5000, 0);
        for (var head : heads()) {
            log.text("\n==================================\n" + head
                            + "\n6.12.0 #1 Not tainted\n----------------------------------\n"
                            + "a/1 is trying to lock:\n#0: ffff888012345678 (a){+.+.}-{4:4}, at: f+0x1/0x2\n")
                    .quiet(600, 0);
        }
        var found = Prefiltered.scan(new ByteArrayInputStream(bytes(log)), true).stream()
                .filter(Report.class::isInstance)
                .map(report -> ((Report) report).headline())
                .toList();
        assertEquals(heads(), found);
        Prefiltered.same(bytes(log), "heads");
    }

    /** Locks are listed after the last of many hung tasks; the first may be farther away than the buffer reaches. */
    @Test
    void roundsOfManyHungTasks() {
        for (var tasks : List.of(2, 40, 400)) {
            var log = new QuietLog(6, CONSOLE).quiet(5000, 0);
            log.text(hungTasks(tasks, 1)).quiet(2000, 0);
            var round = log.text(hungTasks(tasks, 500) + "Showing all locks held in the system:\n"
                            + "1 lock held by a/501:\n #0: ffff888012345678 (a){+.+.}-{4:4}, at: f+0x1/0x2\n")
                    .quiet(2000, 0);
            assertEquals(1, Prefiltered.same(bytes(round), tasks + " hung tasks"));
        }
    }

    /** Which lines are read depends on the log alone. */
    @Test
    void theSameLinesAreReadHoweverTheyArrive() throws IOException {
        for (var near : List.of(3, 40)) {
            var log = new QuietLog(10, WITH_CALLER).quiet(30_000, near);
            samples().forEach(sample -> log.text(sample).quiet(400, near));
            var bytes = bytes(log.text(hungTasks(200, 1)).quiet(10_000, near));
            var whole = readLines(new ByteArrayInputStream(bytes), false);
            assertEquals(whole, readLines(new ByteArrayInputStream(bytes), true), near + " ahead");
            for (var seed = 0; seed < 6; seed++) {
                assertEquals(whole, readLines(new ChunkedInputStream(bytes, seed), seed > 3), near + " seed " + seed);
            }
        }
    }

    /** The places of the lines that are not skipped, counted in bytes. */
    private static List<Long> readLines(InputStream in, boolean ahead) throws IOException {
        var places = new ArrayList<Long>();
        try (var buffer = new ReadBuffer(in, false)) {
            if (ahead) {
                buffer.readAhead(Prefilter.finder(), Thread::new);
            }
            var prefilter = new Prefilter(buffer);
            while (buffer.hasMore()) {
                do {
                    prefilter.skip(false, false, !ahead);
                } while (prefilter.isSuspended());
                if (buffer.hasMore()) {
                    places.add(buffer.position());
                    buffer.fillLine(2000);
                    buffer.from = Math.min(Swar.lineEnd(buffer.bytes, buffer.from) + 1, buffer.to);
                }
            }
        }
        return places;
    }

    private static String hungTasks(int count, int firstPid) {
        var round = new StringBuilder();
        for (var pid = firstPid; pid < firstPid + count; pid++) {
            round.append("INFO: task a:" + pid + " blocked for more than 143 seconds.\n      Not tainted 6.12.0 #1\n")
                    .append("task:a   state:D stack:0     pid:" + pid
                            + "     ppid:2      flags:0x00004000\nCall Trace:\n")
                    .append(" schedule+0xe7/0x3a0\n".repeat(40));
        }
        return round.toString();
    }

    private static Stream<String> wordings(String head) {
        var words = head.replaceFirst("^WARNING: ", "");
        return head.startsWith("WARNING: ") && !words.startsWith("chain_key")
                ? Stream.of(
                        head, "[ INFO: " + words + " ]", "[ BUG: " + words + " ]", "INFO: " + words, "BUG: " + words)
                : Stream.of(head);
    }

    private static List<String> heads() {
        return Stream.concat(
                        Kinds.all().stream()
                                .map(kind -> kind.headline()
                                        .replace("A / B", "a / b")
                                        .replace("COMM/PID", "a/1")
                                        .replaceAll("\\bN\\b", "9"))
                                .filter(head -> !head.contains("...")
                                        && !head.startsWith("a banner")
                                        && !head.contains(", and Showing")),
                        Stream.of(
                                "WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected",
                                "BUG: MAX_LOCK_DEPTH too low!",
                                "[ ERR: suspicious RCU usage.  ]",
                                "[chain_key collision ]",
                                "1 lock held by a/1:"))
                .flatMap(PrefilterTest::wordings)
                .toList();
    }

    /** Also over a collection of real logs, where there is one. */
    @Test
    void theCorpusInAQuietLog() throws IOException {
        var corpus = Path.of("../shared/corpus");
        if (!Files.isDirectory(corpus)) {
            return;
        }
        try (var files = Files.walk(corpus)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(
                            path -> path.toString().matches(".*/(syzkaller|qemu)/.*") && Files.isRegularFile(path))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < 400_000) {
                    texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            var log = new QuietLog(4, BARE).quiet(6000, 3);
            texts.forEach(text -> log.quiet(1500, 3).verbatim(text).verbatim("\n"));
            assertTrue(Prefiltered.same(bytes(log.quiet(1000, 3)), "corpus") > 0);
        }
    }
}
