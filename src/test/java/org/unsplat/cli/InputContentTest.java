package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.triage.SampleReports;

/** A run that did not happen does not look like one without bugs. */
class InputContentTest {

    @TempDir
    private Path dir;

    private static String code(byte[] input) {
        var result = Cli.run(input, "parse", "--format", "jsonl", "--strict");
        var code = result.out().replaceAll("(?s).*\"type\":\"diagnostic\"[^\n]*\"code\":\"([a-z-]+)\".*", "$1");
        assertEquals(result.out().contains("\"code\"") ? Exit.NOT_UNDERSTOOD : Exit.DONE, result.status());
        assertEquals(Exit.DONE, Cli.run(input, "parse").status());
        return code.length() < 30 ? code : "";
    }

    private static String code(String input) {
        return code(input.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyInputs() throws IOException {
        assertEquals("empty-input", code(""));
        var empty = new ByteArrayOutputStream();
        new GZIPOutputStream(empty).close();
        assertEquals("empty-input", code(empty.toByteArray()));
        var directory = Files.createDirectory(dir.resolve("logs")).toString();
        assertTrue(Cli.run("check", directory).err().contains("logs: is an empty directory: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7z\u00bc\u00af'\u001c..", "Rar!\u001a\u0007..", "070701.."})
    void archivesThatAreNotRead(String start) throws IOException {
        assertEquals("not-unpacked", code(start.getBytes(StandardCharsets.ISO_8859_1)));
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertEquals("not-unpacked", code(packed.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make[1]: *** [Makefile:12: all] Error 2\n",
                "qemu: could not open disk image\n\n\n",
                "\u0000\u0001\u0002\u007fELF\u0000\n",
                "2026-11-30T09:00:00.0000000Z Run actions/checkout@v4\n"
            })
    void noLineOfAKernel(String text) {
        assertEquals("no-kernel-line", code(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[    0.000000] Booting on lkt\n",
                "Linux version 6.12.0 (lkt@lkt)\n",
                "<6>[   12.345678] lkt: loaded\n",
                "Nov 30 09:00:00 lkt kernel: lkt: loaded\n",
                "6,1,12345,-;lkt: loaded\n",
                " lkt_m_ba+0x10/0x20\n"
            })
    void aLineOfAKernel(String text) {
        assertEquals("", code("something else\n" + text));
    }

    /** All other commands read it; "give the console's log" would help nobody who wants one of its reports. */
    @Test
    void parseSaysWhatItsOwnOutputIs() throws IOException {
        var parsed = Files.writeString(
                        dir.resolve("a.json"),
                        Cli.run(SampleReports.RACE.getBytes(StandardCharsets.UTF_8), "parse")
                                .out())
                .toString();
        var told = parsed + ": is output of parse, which reads only logs: read it with jq or another command";
        var result = Cli.run("parse", "--compact", "--id", "0", parsed);
        assertTrue(result.err().startsWith("unsplat: " + told + "\n"), result.err());
        assertTrue(result.out().contains("\"code\":\"no-kernel-line\",\"input\":\"" + parsed), result.out());
        assertEquals("", Cli.run("show", parsed).err());
    }

    @Test
    void aReportIsOneWithoutAnyTime() {
        assertEquals("", code(SampleReports.RACE.replaceAll("(?m)^\\[ +\\d+\\.\\d+] ?", "")));
    }

    @Test
    void checkRequiresALine() throws IOException {
        var log = Files.writeString(dir.resolve("a.log"), "[    0.000000] Linux version 6.12.0\n[    1.000000] up\n")
                .toString();
        var cut = Files.writeString(dir.resolve("b.log"), "[    0.000000] Linux version 6.12.0\n")
                .toString();
        assertEquals(new Cli.Result(0, Cli.run("check", log).out(), ""), Cli.run("check", "--require", "^up$", log));
        var result = Cli.run("check", "--require", "^up$", log, cut);
        assertEquals(Exit.FAILED, result.status());
        assertEquals(
                "unsplat: " + cut + ": no line matches --require '^up$': the run did not get that far, or give the"
                        + " expression of another line\n",
                result.err());
        assertTrue(result.out().endsWith("; the scan failed, so this proves nothing\n"), result.out());
    }

    @Test
    void whetherALineIsTheRequiredOneMayTakeTooLong() {
        var log = ("[    1.000000] " + "a".repeat(200) + "\n[    2.000000] up\n").getBytes(StandardCharsets.UTF_8);
        var told = "some lines took too many steps to compare: simplify the expression";
        assertTrue(Cli.run(log, "check", "--require", ".*.*.*.*b").err().contains(told));
        assertFalse(Cli.run(log, "check", "--require", "b").err().contains(told));
    }

    /** Behind thousands of quiet lines, which are passed over where nothing is required. */
    @Test
    void theRequiredLineMayStandAnywhere() {
        var log = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            log.append(String.format("[%5d.%06d] lkt: tick %d\n", i, i, i));
        }
        for (var required : new String[] {"tick 19999$", "tick 10000$", "tick 0$"}) {
            var bytes = log.toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    Exit.DONE, Cli.run(bytes, "check", "--require", required).status());
        }
    }

    @Test
    void atATerminalItSaysThatThereIsNothing() {
        assertEquals("unsplat: no KCSAN or lockdep report in 2 lines\n", shown("[    1.000000] a\n[    2.000000] b\n"));
        assertFalse(shown(SampleReports.RACE).contains("no KCSAN"));
    }

    private static String shown(String log) {
        var err = new ByteArrayOutputStream();
        var streams = new Streams(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                new Terminal(false, true, Map.of()));
        assertTrue(Arrays.asList(0, 1).contains(new Program(streams).run("show", "-")));
        return err.toString(StandardCharsets.UTF_8);
    }
}
