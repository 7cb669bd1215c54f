package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script with the jar behind it starts wherever it lies, with and without a class archive. Profile {@code dist}. */
class ExecutableJarIT {

    private static final String LOG = "samples/lockdep/held-at-exit/6.12-riscv64.log";

    @TempDir
    private Path dir;

    private Process run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", System.getProperty("java.home") + "/bin:/usr/bin:/bin");
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(dir.resolve("out").toFile()).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return process;
    }

    private String out() throws IOException {
        return Files.readString(dir.resolve("out"), StandardCharsets.UTF_8);
    }

    private Path copy() throws IOException {
        var copy = dir.resolve("a directory/unsplat");
        Files.createDirectory(copy.getParent());
        return Files.copy(Path.of("target/unsplat"), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void itMakesItsArchiveOnceAndUsesIt() throws Exception {
        var cache = dir.resolve("cache");
        var program = copy().toString();
        var environment = Map.of("UNSPLAT_CACHE", cache.toString());
        assertEquals(0, run(environment, program, "parse", LOG).exitValue());
        var expected = Cli.run("parse", LOG).out();
        assertEquals(expected, out());
        try (var archives = Files.list(cache)) {
            assertEquals(
                    1, archives.filter(path -> path.toString().endsWith(".jsa")).count());
        }
        var mapped = Map.of("UNSPLAT_CACHE", cache.toString(), "UNSPLAT_JAVA_OPTS", "-Xshare:on");
        assertEquals(
                0, run(mapped, program, "parse", LOG).exitValue(), "the archive is mapped, or Java refuses to start");
        assertEquals(expected, out());
    }

    @Test
    void withoutAWritableCacheItStillRuns() throws Exception {
        var blocked = Files.writeString(dir.resolve("file"), "");
        assertEquals(
                0,
                run(Map.of("UNSPLAT_CACHE", blocked.resolve("cache").toString()), copy().toString(), "--version")
                        .exitValue());
        assertTrue(out().startsWith("unsplat "), out());
    }

    @Test
    void aJavaThatCannotStartIsNoFinding() throws Exception {
        var broken = Map.of("UNSPLAT_JAVA_OPTS", "-Xno-such-option");
        var program = copy().toString();
        assertEquals(Exit.NEW_FOUND, run(Map.of(), program, "check", LOG).exitValue());
        assertEquals(Exit.FAILED, run(broken, program, "check", LOG).exitValue());
        assertEquals(
                Exit.SKIPPED, run(broken, program, "bisect", "--id", "0", LOG).exitValue());
    }

    @Test
    void namesBeyondAsciiAreFoundInEveryLocale() throws Exception {
        var log = Files.copy(Path.of(LOG), dir.resolve("b\u00e9.log"));
        assertEquals(
                Exit.NEW_FOUND,
                run(Map.of("LC_ALL", "C"), copy().toString(), "check", log.toString())
                        .exitValue());
    }

    @Test
    void itReadsTheStdinThatIsOurs() throws Exception {
        var program = copy().toString();
        var read = run(Map.of(), "/bin/sh", "-c", "exec \"$0\" check - < " + LOG, program);
        assertEquals(Exit.NEW_FOUND, read.exitValue(), out());
        var closed = run(Map.of(), "/bin/sh", "-c", "exec \"$0\" check - <&-", program);
        assertEquals(Exit.FAILED, closed.exitValue(), out());
        assertTrue(out().contains("unsplat: stdin: cannot be read: it is closed: "), out());
    }

    /** Shells do not export COLUMNS. */
    @Test
    void itsScreensAreAsWideAsTheTerminal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
        var race = "samples/kcsan/data-race/6.12-x86_64-one-bit.log";
        var environment = Map.of("UNSPLAT_CACHE", dir.resolve("cache").toString(), "NO_COLOR", "1");
        var program = "stty cols 133; '" + copy() + "' show " + race;
        assertEquals(
                0,
                run(environment, "/usr/bin/script", "-qec", program, "/dev/null")
                        .exitValue());
        assertEquals(Cli.run("show", "--width=133", race).out(), out().replace("\r\n", "\n"));
    }

    @Test
    void withoutJavaItSaysSo() throws Exception {
        var environment =
                Map.of("PATH", Files.createDirectory(dir.resolve("bin")).toString());
        assertEquals(
                Exit.FAILED,
                run(environment, "/bin/sh", copy().toString(), "--version").exitValue());
        assertEquals(
                List.of("unsplat: no Java found: install Java 17 or newer, or set JAVA_HOME to one"),
                out().lines().toList());
    }
}
