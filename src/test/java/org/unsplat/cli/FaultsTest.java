package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.unsplat.Reports;
import org.unsplat.model.Report;

/** What goes wrong around us: each fault is told of, costs no more than it must, and leaves nothing half done. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FaultsTest {

    private static final Path SAMPLE = Path.of("samples/kcsan/data-race/6.12-x86_64-marked-write.log");

    private static final int SIGINT = 2;

    @TempDir
    private Path dir;

    private Path log;

    @BeforeEach
    void copySample() throws IOException {
        log = Files.copy(SAMPLE, dir.resolve("a.log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "show", "clean", "graph"})
    void aFullDiskFails(String command) {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        var result = Cli.run(command, "-o", "/dev/full", log.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().startsWith("unsplat: /dev/full: cannot be written: No space left"), result.err());
    }

    @Test
    void aFullDiskFailsACheck() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        var result = Cli.run("check", "--fail-on=none", "--sarif", "/dev/full", log.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().contains("/dev/full: cannot be written"), result.err());
    }

    /** The part beside the file fills the disk, and not the file. */
    @Test
    void aFullDiskLeavesTheOldOutput() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        var target = Files.writeString(dir.resolve("out.json"), "old");
        Files.createSymbolicLink(
                dir.resolve("out.json." + ProcessHandle.current().pid() + Output.PART), Path.of("/dev/full"));
        var result = Cli.run("parse", "-o", target.toString(), log.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().contains("out.json: cannot be written: No space left"), result.err());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(), parts());
    }

    /** Its name may be anything, and is in what Java says of the failure. */
    @Test
    void anOutputWhoseDirectoryVanishesFails() throws IOException {
        var out = Files.createDirectory(dir.resolve("pipe")).resolve("out.json");
        var vanishing = new ByteArrayInputStream(new byte[0]) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                if (Files.exists(out.getParent())) {
                    parts(out.getParent()).forEach(part -> part.toFile().delete());
                    out.getParent().toFile().delete();
                }
                return -1;
            }
        };
        var err = new ByteArrayOutputStream();
        var status = new Program(new Streams(vanishing, OutputStream.nullOutputStream(), new PrintStream(err), false))
                .run("parse", "-o", out.toString(), "-");
        assertEquals(Exit.FAILED, status);
        assertTrue(err.toString().contains("out.json: cannot be written: no such file or directory"), err.toString());
    }

    /** It could begin a line that a CI takes for a command, or command the terminal. */
    @Test
    void aNameInAMessageIsText() {
        var name = dir.resolve("b\n::error title=x::y\u001b[31m\u202e##[error]").toString();
        for (var command : List.of(
                List.of("parse", name),
                List.of("check", name),
                List.of("diff", name, name),
                List.of("show", name),
                List.of("check", "--baseline", name),
                List.of("check", "--sarif", name + "/a", log.toString()),
                List.of("graph", "-o", name + "/a"),
                List.of("parse", "--format", name),
                List.of(name))) {
            var result = Cli.run(command.toArray(String[]::new));
            assertEquals(Exit.FAILED, result.status());
            assertTrue(
                    result.err()
                            .lines()
                            .allMatch(line ->
                                    line.matches("(unsplat: |Did you mean: |Try )[ -~]*") && !line.contains("##[")),
                    result.err());
        }
    }

    /** So large that its end has not been read when its first report is there. */
    private int writeLargeLog() throws IOException {
        var sample = Files.readAllBytes(SAMPLE);
        var copies = (4 << 20) / sample.length;
        try (var out = Files.newOutputStream(log)) {
            for (var i = 0; i < copies; i++) {
                out.write(sample);
            }
        }
        return copies;
    }

    @Test
    void anInputThatIsDeletedIsReadToItsEnd() throws IOException {
        var copies = writeLargeLog();
        try (var reports = Reports.in(log)) {
            var found = reports.iterator();
            found.next();
            Files.delete(log);
            assertEquals(copies, 1 + rest(found));
        }
    }

    @Test
    void anInputThatGrowsIsReadAsFarAsItGoes() throws IOException {
        var copies = writeLargeLog();
        try (var reports = Reports.in(log)) {
            var found = reports.iterator();
            found.next();
            Files.write(log, Files.readAllBytes(SAMPLE), StandardOpenOption.APPEND);
            assertEquals(copies + 1, 1 + rest(found));
        }
    }

    private static int rest(Iterator<Report> reports) {
        var count = 0;
        while (reports.hasNext()) {
            reports.next();
            count++;
        }
        return count;
    }

    @Test
    void whatCannotBeReadStopsNoOther() throws IOException {
        Files.createSymbolicLink(dir.resolve("b-gone.log"), dir.resolve("nowhere"));
        Files.createSymbolicLink(dir.resolve("c-itself.log"), dir.resolve("c-itself.log"));
        Files.createSymbolicLink(Files.createDirectory(dir.resolve("d")).resolve("loop"), dir);
        Files.copy(SAMPLE, dir.resolve("z.log"));
        var result = Cli.run("parse", dir.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.out().contains("\"reports\": 2,"), result.out());
        var said = result.err().lines().toList();
        assertEquals(2, said.size(), result.err());
        assertTrue(said.get(0).contains("b-gone.log: cannot be read: no such file"), result.err());
        assertTrue(
                said.get(1).contains("c-itself.log: cannot be read: too many levels of symbolic links"), result.err());
    }

    @Test
    void aFailureInMidInputIsTold() {
        var cut = new InputStream() {
            private final InputStream first = new ByteArrayInputStream("noise\n".getBytes());

            @Override
            public int read() throws IOException {
                var next = first.read();
                if (next < 0) {
                    throw new IOException("Input/output error");
                }
                return next;
            }
        };
        var err = new java.io.ByteArrayOutputStream();
        var out = new java.io.ByteArrayOutputStream();
        var status = new Program(new Streams(cut, out, new PrintStream(err), false)).run("parse", "-", log.toString());
        assertEquals(Exit.FAILED, status);
        assertTrue(err.toString().contains("stdin: cannot be read: Input/output error"), err.toString());
        assertTrue(out.toString().contains("kcsan-data-race"), "the other input is read");
    }

    /** As with {@code < .}, a directory. */
    @Test
    void aStdinThatCannotBeOpenedStopsNoOther() {
        var none = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        var err = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        var status = new Program(new Streams(none, out, new PrintStream(err), false)).run("parse", "-", log.toString());
        assertEquals(Exit.FAILED, status);
        assertTrue(err.toString().startsWith("unsplat: stdin: cannot be read: Is a directory"), err.toString());
        assertTrue(out.toString().contains("kcsan-data-race"), "the other input is read");
    }

    @Test
    void anArchiveThatIsCutGivesItsReports() throws IOException {
        var archive = dir.resolve("cut.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(archive), 1024, true)) {
            out.write(Files.readAllBytes(SAMPLE));
            out.flush();
        }
        var whole = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(whole, whole.length - 9));
        var result = Cli.run("parse", archive.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.err().contains("compressed data is cut or damaged"), result.err());
        assertTrue(result.out().contains("kcsan-data-race"), "what stands before the cut is read");
    }

    /** Who embeds it must not take a part for the whole either. */
    @Test
    void anArchiveThatIsCutEndsTheStreamWithAnError() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(whole, 1024, true)) {
            out.write(Files.readAllBytes(SAMPLE));
            out.flush();
        }
        var found = new ArrayList<Report>();
        try (var reports = Reports.in(new ByteArrayInputStream(whole.toByteArray(), 0, whole.size() - 9), "cut.gz")) {
            var error = assertThrows(UncheckedIOException.class, () -> reports.forEach(found::add));
            assertTrue(error.getMessage().contains("cut.gz: was read up to line "), error.getMessage());
        }
        assertEquals(1, found.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void anInterruptLeavesTheOldOutput(String signal) throws IOException, InterruptedException {
        assumeFalse(signal.equals("INT") && areInterruptsIgnored(), "a shell has started this in its background");
        var target = Files.writeString(dir.resolve("out.json"), "old");
        var process = ProcessTest.start("parse", "-o", target.toString(), "-");
        process.getOutputStream().write(Files.readAllBytes(SAMPLE));
        process.getOutputStream().flush();
        while (process.isAlive() && parts().isEmpty()) {
            Thread.sleep(20);
        }
        assertFalse(parts().isEmpty(), "it writes beside its place");
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
        assertTrue(process.waitFor() > Exit.NOT_UNDERSTOOD);
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(), parts());
    }

    /** A process that we start ignores what we ignore. The mask has a bit for each signal, the first one's lowest. */
    private static boolean areInterruptsIgnored() throws IOException {
        var status = Path.of("/proc/self/status");
        var ignored =
                Files.exists(status) ? Files.readString(status).replaceAll("(?s).*SigIgn:\\s*(\\w+).*", "$1") : "0";
        return (Long.parseUnsignedLong(ignored, 16) & 1 << SIGINT - 1) != 0;
    }

    private List<Path> parts() {
        return parts(dir);
    }

    private static List<Path> parts(Path dir) {
        try (var files = Files.list(dir)) {
            return files.filter(file -> file.toString().endsWith(Output.PART)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thousand times as much as what is read, with a heap that could not hold it. */
    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "zst"})
    void aBombIsReadInAConstantHeap(String kind) throws IOException, InterruptedException {
        var bomb = dir.resolve("bomb." + kind);
        try (var out = compressed(kind, Files.newOutputStream(bomb))) {
            for (var i = 0; i < 256; i++) {
                out.write(new byte[1 << 20]);
            }
            out.write("\n".getBytes());
            out.write(Files.readAllBytes(SAMPLE));
        }
        var process = ProcessTest.start(List.of("-Xmx64m"), "parse", "--compact", bomb.toString());
        var out = ProcessTest.text(process);
        assertEquals(Exit.DONE, process.waitFor());
        assertTrue(out.contains("kcsan-data-race") && out.contains("\"code\":\"limit\""), out);
    }

    private static OutputStream compressed(String kind, OutputStream file) throws IOException {
        return switch (kind) {
            case "gz" -> new GZIPOutputStream(file, 1 << 16);
            case "xz" -> new XZOutputStream(file, new LZMA2Options(1));
            default -> new ZstdOutputStream(file);
        };
    }

    /** A dictionary of a gigabyte, which few bytes can ask for. */
    @Test
    void anArchiveThatTakesTooMuchMemoryIsNotRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(bytes, new LZMA2Options(1))) {
            out.write(Files.readAllBytes(SAMPLE));
        }
        var archive = bytes.toByteArray();
        var head = 12;
        var length = (archive[head] + 1) * 4;
        archive[head + 4] = 36;
        var sum = new CRC32();
        sum.update(archive, head, length - 4);
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(head + length - 4, (int) sum.getValue());
        Files.write(dir.resolve("large.xz"), archive);
        var result = Cli.run("parse", dir.toString());
        assertEquals(Exit.FAILED, result.status());
        assertTrue(
                result.err()
                        .contains(
                                "large.xz: was read up to line 0: unpacking takes 1048680 KiB of memory, more than 262144: unpack it first"),
                result.err());
        assertTrue(result.out().contains("kcsan-data-race"), "the other input is read");
    }
}
