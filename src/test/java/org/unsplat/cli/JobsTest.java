package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading several inputs at a time changes nothing but the time it takes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JobsTest {

    private static final String LOG = "samples/kcsan/data-race/6.12-x86_64-marked-write.log";

    @TempDir
    private Path dir;

    @Test
    void theBytesAreTheSame() throws IOException {
        var text = Files.readString(Path.of(LOG));
        // More than a lane has room for, behind an input that is soon done, and faults between them
        var many = Files.writeString(dir.resolve("many.log"), text.repeat(100)).toString();
        var stdin = Files.readAllBytes(Path.of(LOG));
        for (var command : new String[] {"parse", "show", "clean", "check", "graph"}) {
            var line = new String[] {
                command, "--jobs", "1", LOG, "missing.log", many, "-", "samples/lockdep", many, "-", "gone.log"
            };
            var one = Cli.run(stdin, line);
            assertEquals(Exit.FAILED, one.status());
            for (var jobs : new String[] {"2", "3", "64"}) {
                line[2] = jobs;
                assertEquals(one, Cli.run(stdin, line), command + " with " + jobs);
            }
        }
    }

    @Test
    void aReaderThatLeavesEndsAllOfThem() {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertEquals(
                new Cli.Outcome(0, ""),
                Cli.run(
                        new byte[0],
                        closed,
                        false,
                        "parse",
                        "--format=jsonl",
                        "--jobs=2",
                        "samples/lockdep",
                        "samples/kcsan"));
    }

    @Test
    void numbersOutOfRangeAreUsageErrors() {
        for (var jobs : new String[] {"0", "-1", "x", "100000", ""}) {
            var result = Cli.run("parse", "--jobs=" + jobs, LOG);
            assertEquals(Exit.FAILED, result.status());
            assertTrue(
                    result.err()
                            .startsWith(
                                    "unsplat: Invalid value for option '--jobs': expected a number from 1 to 1000, found '"
                                            + jobs + "'"),
                    result.err());
        }
    }
}
