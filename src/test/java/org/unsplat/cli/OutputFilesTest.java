package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** No file is written twice, or read and written; each is whole or not there. */
class OutputFilesTest {

    @TempDir
    private Path dir;

    @Test
    void oneFileNamedTwiceIsAUsageError() throws IOException {
        var log = Files.writeString(dir.resolve("a.log"), SampleReports.RACE).toString();
        var out = dir.resolve("out").toString();
        var link = Files.createSymbolicLink(dir.resolve("link"), Path.of("out")).toString();
        for (var args : new String[][] {
            {"check", "--sarif", out, "--junit", out, log},
            {"check", "--sarif", out, "--junit", dir + "/../" + dir.getFileName() + "/out", log},
            {"check", "--sarif", out, "--junit", link, log},
            {"check", "--markdown", log, log},
            {"check", "--baseline", out, "--write-baseline", "--jsonl", out, log},
            {"check", "--baseline", log, "--write-baseline", log},
            {"parse", "-o", log, log},
            {"clean", "-o", log, log},
        }) {
            var result = Cli.run(args);
            assertEquals(Exit.FAILED, result.status(), String.join(" ", args));
            assertTrue(result.err().contains(", too: give another file"), result.err());
        }
        assertEquals(SampleReports.RACE, Files.readString(Path.of(log)));
    }

    @Test
    void theNextRunRemovesWhatAKillLeft() throws IOException {
        var out = dir.resolve("out.json");
        var dead = dir.resolve("out.json.999999999" + Output.PART);
        var alive = dir.resolve(
                "out.json." + ProcessHandle.current().parent().orElseThrow().pid() + Output.PART);
        var other = dir.resolve("other.json.999999999" + Output.PART);
        var named = dir.resolve("out.json.x999999999" + Output.PART);
        var longer = dir.resolve("out.json.999999999" + Output.PART + "s");
        var lock = dir.resolve("out.json.lock" + Output.PART);
        for (var file : new Path[] {dead, alive, other, named, longer, lock}) {
            Files.writeString(file, "half");
        }
        assertEquals(0, Cli.run("parse", "-o", out.toString()).status());
        assertEquals(Set.of(out, alive, other, named, longer, lock), files());
        assertEquals(7, FileLock.hold(out, () -> {
            assertTrue(Files.exists(lock));
            return 7;
        }));
        assertEquals(Set.of(out, alive, other, named, longer), files());
    }

    private Set<Path> files() throws IOException {
        try (var files = Files.list(dir)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    void whatIsNotCommittedWasNeverThere() throws IOException {
        var out = Files.writeString(dir.resolve("out"), "old");
        try (var output = Output.file(out)) {
            output.text("ne");
            output.write('w');
            assertEquals(2, files().size());
        }
        assertEquals("old", Files.readString(out));
        assertEquals(Set.of(out), files());
        try (var output = Output.file(out)) {
            output.text("ne");
            output.write('w');
            output.commit();
        }
        assertEquals("new", Files.readString(out));
        assertEquals(Set.of(out), files());
    }

    /** A stream that buffers gets all of it at once when it must. */
    @Test
    void streamsAreFlushed() {
        var bytes = new ByteArrayOutputStream();
        var output = Output.stdout(new BufferedOutputStream(bytes));
        output.text("a");
        assertEquals("", bytes.toString());
        output.flush();
        assertEquals("a", bytes.toString());
        output.text("b");
        output.commit();
        output.close();
        assertEquals("ab", bytes.toString());
    }
}
