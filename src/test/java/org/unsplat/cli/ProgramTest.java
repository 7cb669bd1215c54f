package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.ParseSchema;
import org.unsplat.scan.Kinds;

class ProgramTest {

    @TempDir
    private Path dir;

    @Test
    void quietInputsAreDone() throws IOException {
        var empty = Files.createFile(dir.resolve("empty.log")).toString();
        var binary = Files.write(dir.resolve("binary"), new byte[] {0, -1, 13, 10, -61, 0, 27})
                .toString();
        var result = Cli.run("parse", empty, binary);
        assertEquals(0, result.status());
        assertEquals(
                "unsplat: " + empty + ": is empty: check that the run wrote its log there\nunsplat: " + binary
                        + ": no line looks like a kernel's, so it shows nothing of a run: give the console's log\n",
                result.err());
        assertEquals(List.of(), ParseSchema.faults(result.out()));
        assertEquals(List.of(empty, binary), names(Cli.run("parse", "--format", "jsonl", empty, binary)));
    }

    @Test
    void outputEndsWithANewLineAndIsRepeatable() {
        for (var form : new String[][] {{"parse"}, {"parse", "--compact"}, {"parse", "--format", "jsonl"}}) {
            var first = Cli.run(form);
            assertTrue(first.out().endsWith("}\n"), first.out());
            assertEquals(first, Cli.run(form));
        }
        assertEquals(1, Cli.run("parse", "--compact").out().lines().count());
    }

    @Test
    void stdinIsReadWhereItIsNoTerminal() {
        assertEquals(List.of("-"), names(Cli.run("parse", "--format=jsonl")));
        assertEquals(List.of("-", "-"), names(Cli.run("parse", "--format=jsonl", "-", "-")));
        assertUsage(Cli.atTerminal("parse"), "nothing to read: give a log file, a directory, or - for stdin");
    }

    @Test
    void directoriesAreWalkedInNameOrder() throws IOException {
        for (var name : List.of("b.log", "a/z.log", "a/b/c.log", "a.log")) {
            Files.createDirectories(dir.resolve(name).getParent());
            Files.createFile(dir.resolve(name));
        }
        Files.createSymbolicLink(dir.resolve("a/loop"), dir);
        Files.createFile(dir.resolve("out.json.1" + Output.PART));
        var expected = List.of(dir + "/a/b/c.log", dir + "/a/z.log", dir + "/a.log", dir + "/b.log");
        assertEquals(expected, names(Cli.run("parse", "--format=jsonl", dir.toString())));
        assertEquals(expected, names(Cli.run("parse", "--format=jsonl", dir + "/")));
    }

    /** Where all lead to all, there are more ways than anybody could wait for. */
    @Test
    void aDirectoryIsWalkedOnceHoweverManyLinksLeadThere() throws IOException {
        var names = List.of("a", "b", "c", "d", "e");
        for (var name : names) {
            Files.createFile(Files.createDirectory(dir.resolve(name)).resolve("x.log"));
            for (var other : names) {
                Files.createSymbolicLink(dir.resolve(name).resolve(other), dir.resolve(other));
            }
        }
        var walked = names(Cli.run("parse", "--format=jsonl", dir.toString()));
        assertEquals(5, walked.size(), walked.toString());
        assertEquals(
                10,
                names(Cli.run("parse", "--format=jsonl", dir.toString(), dir.toString()))
                        .size());
    }

    @Test
    void anUnreadableInputStopsNoOther() throws IOException {
        var good = Files.writeString(dir.resolve("good.log"), "[    1.000000] lkt: loaded\n")
                .toString();
        var missing = dir.resolve("missing.log").toString();
        var result = Cli.run("parse", "--strict", missing, good);
        var message = missing + ": cannot be read: no such file or directory: check the name";
        assertEquals(Exit.FAILED, result.status());
        assertEquals("unsplat: " + message + System.lineSeparator(), result.err());
        assertEquals(List.of(), ParseSchema.faults(result.out()));
        var lines =
                Cli.run("parse", "--format=jsonl", missing, good).out().lines().toList();
        assertEquals(
                "{\"type\":\"diagnostic\",\"level\":\"error\",\"code\":\"unreadable-input\",\"input\":\"" + missing
                        + "\",\"message\":\"" + message + "\"}",
                lines.get(0));
        assertEquals(3, lines.size());
        for (var line : lines) {
            assertEquals(List.of(), ParseSchema.faultsOfLine(line), line);
        }
    }

    /** As from {@code "$LOG"} with LOG unset; never the working directory. */
    @Test
    void anEmptyNameIsNoInput() {
        for (var command : List.of("parse", "check", "show")) {
            var result = Cli.run(command, "");
            assertEquals(Exit.FAILED, result.status());
            assertEquals(
                    "unsplat: an operand is empty: give a file, a directory, or - for stdin" + System.lineSeparator(),
                    result.err());
        }
        var parsed = Cli.run("parse", "").out();
        assertEquals(List.of(), ParseSchema.faults(parsed));
        assertTrue(parsed.contains("\"inputs\": [],"), parsed);
    }

    @Test
    void usageErrorsSayWhatIsValid() {
        assertUsage(Cli.run("parse", "--format", "nonsense"), "expected json, jsonl or csv, found 'nonsense'");
        assertUsage(Cli.run("parse", "--nonsense"), "Unknown option: '--nonsense'");
        assertUsage(Cli.run("pasre"), "unknown command 'pasre': expected parse, ");
        assertUsage(Cli.run(), "no command given: expected parse, ");
    }

    @Test
    void aFileInPlaceOfACommand() throws IOException {
        var log = Files.writeString(dir.resolve("console.log"), "").toString();
        assertUsage(Cli.run(log), "'" + log + "' is a file and no command: did you mean 'unsplat show " + log + "'?");
    }

    @Test
    void noHelpIsWrittenToAFullDisk() {
        for (var args : new String[][] {{"--help"}, {"--version"}, {"check", "--help"}, {"help", "show"}}) {
            var full = failing("No space left on device", args);
            assertEquals(Exit.FAILED, full.status(), args[0]);
            assertTrue(full.err().startsWith("unsplat: stdout: cannot be written: No space left"), full.err());
            assertEquals(new Cli.Outcome(0, ""), failing("Broken pipe", args));
        }
    }

    @Test
    void completionsKnowTheKinds() {
        assertTrue(Cli.run("generate", "bash").out().contains("\"lockdep-irq-order\""));
        assertTrue(Cli.run("generate", "fish").out().contains(" lockdep-irq-order "));
    }

    /** Each command that reads logs; "kinds" and "schema" read none. */
    @Test
    void bashCompletesTheNamesOfLogs() {
        var script = Cli.run("generate", "bash").out();
        for (var command : List.of("parse", "show", "check", "diff", "clean", "graph", "bisect", "kinds", "schema")) {
            var start = script.indexOf("function _picocli_unsplat_" + command + "() {");
            var own = script.substring(start, script.indexOf("\n}\n", start));
            assertEquals(!List.of("kinds", "schema").contains(command), own.contains("positionals=$( compgen -f"), own);
        }
    }

    private static void assertUsage(Cli.Result result, String message) {
        assertEquals(Exit.FAILED, result.status());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("unsplat: ") && result.err().contains(message), result.err());
    }

    @Test
    void anOutputFileIsCompleteOrNotThere() throws IOException {
        var file = dir.resolve("out.json");
        assertEquals(
                new Cli.Result(0, "", "unsplat: stdin: is empty: check that the run wrote its log there\n"),
                Cli.run("parse", "-o", file.toString()));
        assertEquals(Cli.run("parse").out(), Files.readString(file));
        Files.writeString(file, "old");
        Cli.run("parse", "-o", file.toString(), "missing.log");
        assertFalse(Files.readString(file).equals("old"));
        try (var left = Files.list(dir)) {
            assertEquals(List.of(file), left.toList());
        }
        assertUsage(Cli.run("parse", "-o", dir.toString()), ": is a directory: give -o the name of a file");
        assertUsage(Cli.run("parse", "-o", dir.resolve("no/out").toString()), ": cannot be written: no such file");
    }

    @Test
    void anOutputFileKeepsItsModeAndItsLinks() throws IOException {
        var file = Files.writeString(dir.resolve("out.json"), "old");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        for (var mode : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertEquals(0, Cli.run("parse", "-o", file.toString()).status());
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(Cli.run("parse").out(), Files.readString(file));
        }
        var link = Files.createSymbolicLink(dir.resolve("link"), Path.of("link-of-it"));
        Files.createSymbolicLink(dir.resolve("link-of-it"), Path.of("new.json"));
        assertEquals(0, Cli.run("parse", "-o", link.toString()).status());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(Cli.run("parse").out(), Files.readString(dir.resolve("new.json")));
        var loop = Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop"));
        assertUsage(Cli.run("parse", "-o", loop.toString()), ": cannot be written: too many levels of symbolic links");
    }

    @Test
    void aReaderThatLeavesEndsItQuietly() {
        assertEquals(new Cli.Outcome(0, ""), failing("Broken pipe", "kinds"));
        assertEquals(Exit.DONE, failing("Broken pipe", "parse").status());
        assertEquals(new Cli.Outcome(0, ""), failing("Broken pipe", "schema"));
        assertEquals(
                Exit.FAILED, failing("Broken pipe", "parse", "missing.log", "-").status());
        var full = failing("No space left on device", "parse");
        assertEquals(Exit.FAILED, full.status());
        assertTrue(full.err().contains("unsplat: stdout: cannot be written: No space left"), full.err());
    }

    private static Cli.Outcome failing(String reason, String... args) {
        var out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        return Cli.run(new byte[0], out, false, args);
    }

    @Test
    void schemaAndKindsAndVersion() {
        assertEquals(new Cli.Result(0, ParseSchema.text(), ""), Cli.run("schema"));
        var kinds = Cli.run("kinds").out().lines().toList();
        assertEquals(
                Kinds.all().stream().map(kind -> kind.kind().slug()).distinct().count(), kinds.size());
        assertTrue(
                kinds.contains(
                        "lockdep-held-locks             N locks held by COMM/PID:, and Showing all locks held in the system:"),
                kinds.toString());
        assertTrue(Cli.run("--version").out().matches("unsplat [0-9.]+\\RJava [0-9.]+\\S*, \\S+\\R"));
    }

    @Test
    void helpListsAllCommands() {
        var help = Cli.run("--help").out();
        for (var command : List.of("parse", "check", "diff", "schema", "kinds")) {
            assertTrue(help.contains("\n  " + command), help);
        }
    }

    @Test
    void helpIsACommandToo() {
        assertEquals(Cli.run("--help"), Cli.run("help"));
        assertEquals(Cli.run("--help"), Cli.run("help", "--help"));
        assertEquals(Cli.run("parse", "--help"), Cli.run("help", "parse"));
        assertUsage(Cli.run("help", "pasre"), "unknown command 'pasre': expected parse, ");
    }

    @Test
    void helpTeaches() {
        for (var command : List.of("parse", "check", "diff", "schema", "kinds")) {
            var result = Cli.run(command, "--help");
            assertEquals(0, result.status());
            assertTrue(result.out().contains("  unsplat " + command), result.out());
            assertTrue(result.out().contains("Exit status:"), result.out());
            assertEquals(
                    List.of("parse", "check").contains(command),
                    result.out().contains(" [FILE|DIR|-]...\n"),
                    result.out());
        }
    }

    private static List<String> names(Cli.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("{\"type\":\"input\""))
                .map(line -> line.replaceFirst(".*?\"name\":\"(.*?)\".*", "$1"))
                .toList();
    }
}
