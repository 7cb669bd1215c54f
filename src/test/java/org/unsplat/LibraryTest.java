package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.cli.Cli;

/** A short program of a user, with nothing but the library. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LibraryTest {

    static final String LOG = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";

    @TempDir
    private Path dir;

    /** What the program must print of the log: the facts that the README shows of it. */
    static void assertFacts(String printed) {
        var json = Cli.run("parse", "--format", "jsonl", LOG)
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst("\"type\":\"report\",", "");
        var expected = new StringBuilder();
        for (var name : new String[] {"text", "stream", LOG}) {
            expected.append(json.replace("\"" + LOG + "\"", "\"" + name + "\""))
                    .append("\n" + name + ": lockdep off from line 11\n1 cycle/1 695f2d94e1d7c50a\n");
        }
        assertEquals(expected.toString().strip(), printed);
    }

    @Test
    void itRunsOnTheClassPath() throws IOException, InterruptedException {
        assertFacts(new LibraryProgram(Path.of("target/classes"), dir).factsByClassPath(LOG));
    }

    @Test
    void itRunsOnTheModulePath() throws IOException, InterruptedException {
        assertFacts(new LibraryProgram(Path.of("target/classes"), dir).factsByModulePath(LOG));
    }

    @Test
    void itTellsOfAnInputThatIsNoLog() throws IOException, InterruptedException {
        var input = Files.writeString(dir.resolve("note.txt"), "nothing\n").toString();
        var printed = new LibraryProgram(Path.of("target/classes"), dir).factsByClassPath(input);
        assertTrue(printed.contains("no-kernel-line stream: no line looks like a kernel's"), printed);
        assertTrue(printed.endsWith(input + ": lockdep on"), printed);
    }

    @Test
    void itIsShort() throws IOException {
        assertTrue(Files.readAllLines(Path.of("src/it/library/LogFacts.java")).size() <= 40);
    }
}
