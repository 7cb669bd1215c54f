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
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
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
}
