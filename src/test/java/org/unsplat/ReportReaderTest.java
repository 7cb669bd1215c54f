package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.unsplat.cli.Cli;
import org.unsplat.model.Report;

class ReportReaderTest {

    private static final Path LOG = Path.of("samples/lockdep/circular-dependency/6.12-x86_64-decoded.log");
    private static final ReadOptions OPTIONS = ReadOptions.defaults();

    @Test
    void aFileAStreamAndAStringGiveTheSame() throws IOException {
        var text = Files.readString(LOG);
        try (var file = Reports.of(LOG, OPTIONS);
                var stream = Reports.of(Files.newInputStream(LOG), LOG.toString(), OPTIONS);
                var string = Reports.of(text, LOG.toString(), OPTIONS)) {
            var reports = file.stream().toList();
            assertEquals(1, reports.size());
            assertEquals("r1", reports.get(0).id());
            assertEquals(reports, stream.stream().toList());
            assertEquals(reports, string.stream().toList());
            assertEquals(Files.size(LOG), file.input().bytes());
            assertEquals(text.lines().count(), file.input().lines());
            assertEquals(11, file.input().lockdepOff().line());
            assertEquals(List.of(), file.diagnostics());
            assertThrows(NoSuchElementException.class, file::next);
        }
    }

    @Test
    void aReportHasItsLinesIfAsked() {
        try (var without = Reports.of("x\n" + reportText(), "x", OPTIONS);
                var with = Reports.of("x\n" + reportText(), "x", ReadOptions.includingText())) {
            assertEquals(List.of(), without.next().text());
            assertEquals(
                    reportText().lines().filter(line -> !line.isEmpty()).toList(),
                    with.next().text());
        }
    }

    private static String reportText() {
        return """
                ==================================================================
                BUG: KCSAN: data-race in a / b

                write to 0xffff888110a5e2e8 of 8 bytes by task 12 on cpu 1:
                 a+0x1/0x2

                read to 0xffff888110a5e2e8 of 8 bytes by task 13 on cpu 0:
                 b+0x1/0x2

                Reported by Kernel Concurrency Sanitizer on:
                CPU: 0 UID: 0 PID: 13 Comm: x Not tainted 6.12.0 #1
                ==================================================================
                """;
    }

    @Test
    void whatIsSaidOfAnInputIsThereAfterItsReports() {
        try (var reader = Reports.of("nothing\n", "x", OPTIONS)) {
            assertFalse(reader.hasNext());
            assertEquals("no-kernel-line", reader.diagnostics().get(0).code());
            assertNull(reader.input().lockdepOff());
        }
    }

    @Test
    void aDamagedInputThrowsAfterItsReportsAndSaysSo() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(LOG));
        }
        var cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
        try (var reader = Reports.of(new ByteArrayInputStream(cut), "x.gz", OPTIONS)) {
            assertTrue(reader.hasNext());
            reader.next();
            assertThrows(UncheckedIOException.class, reader::hasNext);
            assertEquals(
                    List.of("damaged-input"),
                    reader.diagnostics().stream().map(each -> each.code()).toList());
        }
    }

    @Test
    void aReportIsPrintedAsParsePrintsIt() throws IOException {
        var parsed = Cli.run("parse", "--format", "jsonl", LOG.toString())
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        try (var reader = Reports.of(LOG, OPTIONS)) {
            assertEquals(parsed.replaceFirst("\"type\":\"report\",", ""), Reports.json(reader.next()));
        }
        assertEquals(Cli.run("schema").out(), Reports.schema());
    }

    @Test
    void argumentsThatAreNoneFailAtOnce() {
        assertThrows(NullPointerException.class, () -> Reports.of((Path) null, OPTIONS));
        assertThrows(NullPointerException.class, () -> Reports.of(LOG, null));
        assertThrows(NullPointerException.class, () -> Reports.of((InputStream) null, "x", OPTIONS));
        assertThrows(NullPointerException.class, () -> Reports.of("x", null, OPTIONS));
        assertThrows(NullPointerException.class, () -> Reports.of((String) null, "x", OPTIONS));
        assertThrows(NullPointerException.class, () -> Reports.json((Report) null));
        var directory = assertThrows(IOException.class, () -> Reports.of(Path.of("samples"), OPTIONS));
        assertEquals("samples: is a directory: give its files one by one", directory.getMessage());
    }

    @Test
    void toCloseTheReaderClosesTheStream() {
        var closed = new boolean[1];
        var stream = new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Reports.in(stream, "x").close();
        assertTrue(closed[0]);
    }

    private static byte[] zip(Map<String, String> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void eachFileOfAnArchiveIsAnInput() throws IOException {
        var members = new TreeMap<>(Map.of(
                "a.log",
                reportText(),
                "b.txt",
                "no kernel's\n",
                "c.txt",
                "nor this\n",
                "d.log",
                Files.readString(LOG)));
        try (var reader = Reports.of(new ByteArrayInputStream(zip(members)), "l.zip", OPTIONS)) {
            assertEquals("l.zip", reader.input().name());
            var first = reader.next();
            assertEquals("l.zip!a.log", first.where().input());
            assertEquals("l.zip!a.log", reader.input().name());
            var second = reader.next();
            assertEquals("r2", second.id());
            assertEquals("l.zip!d.log", second.where().input());
            assertFalse(reader.hasNext());
            assertEquals(
                    List.of("l.zip!a.log 1", "l.zip!b.txt 0", "l.zip!c.txt 0", "l.zip!d.log 1"),
                    reader.inputs().stream()
                            .map(input -> input.name() + " " + input.reports())
                            .toList());
            assertEquals("l.zip!d.log", reader.input().name());
            assertEquals(11, reader.input().lockdepOff().line());
            assertEquals(
                    List.of("l.zip: 2 of its files have no line that looks like a kernel's, and show nothing of a run,"
                            + " the first of them l.zip!b.txt"),
                    reader.diagnostics().stream().map(each -> each.message()).toList());
        }
    }

    @Test
    void aDamagedFileOfAnArchiveHidesNoOther() throws IOException {
        var lz4 = "\u0004\"M\u0018 as lz4 begins, and then something else";
        var packed = zip(new TreeMap<>(Map.of("a.log", lz4, "b.log", reportText())));
        try (var reader = Reports.of(new ByteArrayInputStream(packed), "l.zip", OPTIONS)) {
            assertEquals("l.zip!b.log", reader.next().where().input());
            var failure = assertThrows(UncheckedIOException.class, reader::hasNext);
            assertTrue(failure.getMessage().contains("l.zip!a.log: was read up to line 0: "), failure.getMessage());
            assertEquals("damaged-input", reader.diagnostics().get(0).code());
        }
    }

    @Test
    void bugsAreCountedAndCompared() {
        var bugs = new Bugs();
        try (var reader = Reports.of(reportText() + reportText(), "x", OPTIONS)) {
            reader.forEachRemaining(bugs::add);
        }
        var bug = bugs.all().get(0);
        assertEquals(1, bugs.all().size());
        assertEquals(2, bug.count());
        assertEquals("site/1 " + bug.first().fingerprints().get("site/1"), bug.id());
        var day = LocalDate.of(2026, 11, 30);
        assertEquals(List.of(bug), bugs.unknownTo(baseline("[]"), day, Assertions::fail));
        var known = "[{\"name\":\"site/1\",\"id\":\"" + bug.id().substring(7) + "\",\"expires\":\"2026-11-30\"}]";
        assertEquals(List.of(), bugs.unknownTo(baseline(known), day, Assertions::fail));
        assertEquals(List.of(bug), bugs.unknownTo(baseline(known), day.plusDays(1), Assertions::fail));
        var none = new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalArgumentException.class, () -> bugs.unknownTo(none, day, Assertions::fail));
        assertThrows(NullPointerException.class, () -> bugs.add(null));
    }

    private static InputStream baseline(String entries) {
        var json = "{\"baseline_version\":\"1.0\",\"entries\":" + entries + "}";
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
