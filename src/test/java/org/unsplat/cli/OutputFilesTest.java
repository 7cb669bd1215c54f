package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** No file is written twice, or read and written. */
class OutputFilesTest {

    @TempDir
    private Path folder;

    @Test
    void oneFileNamedTwiceIsAUsageError() throws IOException {
        var log = Files.writeString(folder.resolve("a.log"), SampleReports.RACE).toString();
        var out = folder.resolve("out").toString();
        var link =
                Files.createSymbolicLink(folder.resolve("link"), Path.of("out")).toString();
        for (var args : new String[][] {
            {"check", "--sarif", out, "--junit", out, log},
            {"check", "--sarif", out, "--junit", folder + "/../" + folder.getFileName() + "/out", log},
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
        assertEquals(
                1,
                Cli.run("check", "--sarif", "/dev/null", "--junit", "/dev/null", log)
                        .status());
    }
}
