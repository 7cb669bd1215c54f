package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.symbols.ToyReports;

class SourceDirTest {

    private static final String SECRET = "secret";

    @TempDir
    private Path dir;

    private Path source;

    @BeforeEach
    void write() throws IOException {
        source = Files.createDirectory(dir.resolve("linux"));
        Files.createDirectory(source.resolve("toy"));
        Files.writeString(
                source.resolve("toy/toy.c"),
                "void f(void)\n{\n\tmutex_lock(&toy_lock); \u001b[31m\n\tif (x)\ty();\n}\n");
        Files.writeString(dir.resolve("secret.c"), SECRET + "\n");
        Files.createSymbolicLink(source.resolve("toy/link.c"), dir.resolve("secret.c"));
    }

    private Cli.Result run(String place) {
        var log = ToyReports.log("toy_take+0x12/0x34 " + place, null).getBytes(StandardCharsets.UTF_8);
        return Cli.run(log, "show", "--source", source.toString());
    }

    private String show(String place) {
        var result = run(place);
        assertEquals(0, result.status());
        return result.out();
    }

    @Test
    void showsTheLineAndOneAroundIt() {
        var screen = show("toy/toy.c:3");
        assertTrue(screen.contains("""

                        Source
                          toy/toy.c:3  toy_take
                             2  {
                          >> 3          mutex_lock(&toy_lock); \\u{1b}[31m
                             4          if (x)  y();
                        """.replace("\\u{1b}", escaped())), screen);
        assertTrue(show("toy/toy.c:1").contains(">> 1  void f(void)\n     2  {\n\n"), show("toy/toy.c:1"));
        assertTrue(show("toy/toy.c:5").contains("   4          if (x)  y();\n  >> 5  }\n\n"), show("toy/toy.c:5"));
    }

    private static String escaped() {
        return org.unsplat.render.SafeText.visible("\u001b");
    }

    @Test
    void aLineThatIsNotThereIsNotShown() {
        assertFalse(show("toy/toy.c:6").contains("Source"));
        assertFalse(show("toy/toy.c:1000000000").contains("Source"));
        assertFalse(show("toy/other.c:1").contains("Source"));
        assertFalse(show("toy:1").contains("Source"));
    }

    /** A log may say whatever it likes. */
    @Test
    void nothingOutsideIsRead() {
        assertFalse(show("../secret.c:1").contains(SECRET + "\n"));
        assertFalse(show("toy/../../secret.c:1").contains(SECRET + "\n"));
        assertFalse(show(dir + "/secret.c:1").contains(SECRET + "\n"));
        assertFalse(show("toy/link.c:1").contains(SECRET + "\n"));
        assertFalse(show("/dev/stdin:1").contains("Source"));
    }

    @Test
    void anotherDirectoryIsToldOfOnce() {
        assertEquals("", run("toy/toy.c:3").err());
        assertEquals(
                "",
                Cli.run(new byte[0], "show", "--source", source.toString(), "-")
                        .err()
                        .replaceAll(".*empty.*\n", ""));
        assertEquals(
                "unsplat: --source: none of the lines is below " + source
                        + ": give the directory of the kernel's source\n",
                run("mm/slab.c:3").err());
    }

    @Test
    void anEmptyDirectoryIsNotTheWorkingDirectory() {
        for (var option : List.of("--source", "--debug-dir")) {
            var result = Cli.run("show", option, "", source.toString());
            assertEquals(2, result.status());
            assertTrue(
                    result.err().startsWith("unsplat: " + option + ": expected a directory, found ''\n"), result.err());
        }
    }

    @Test
    void aFileIsNoSource() {
        var result = Cli.run("show", "--source", source + "/toy/toy.c");
        assertEquals(2, result.status());
        assertTrue(
                result.err().startsWith("unsplat: --source: " + source + "/toy/toy.c is no directory\n"), result.err());
    }
}
