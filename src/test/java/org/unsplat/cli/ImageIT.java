package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image as users get it: unpacked somewhere else, without Java, called through a link. Profile {@code dist}. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ImageIT {

    private static final String SAMPLE = "samples/kcsan/data-race/6.12-x86_64-marked-write.log";

    @TempDir
    private static Path dir;

    private static Path program;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path packed;
        try (var files = Files.newDirectoryStream(Path.of("target"), "unsplat-*.tar.gz")) {
            packed = files.iterator().next();
        }
        assertEquals("", run(Map.of("PATH", "/usr/bin:/bin"), "tar", "-C", dir.toString(), "-xzf", packed.toString()));
        var name = packed.getFileName().toString().replace(".tar.gz", "");
        Files.createDirectory(dir.resolve("bin"));
        program = Files.createSymbolicLink(dir.resolve("bin/unsplat"), Path.of("..", name, "bin/unsplat"));
    }

    @Test
    void needsNoJava() throws IOException, InterruptedException {
        var printed = run(Map.of("PATH", "/usr/bin:/bin"), program.toString(), "parse", SAMPLE);
        assertEquals(Cli.run("parse", SAMPLE).out(), printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "show", "check --fail-on none", "clean"})
    void loadsItsClassesFromTheArchive(String command) throws IOException, InterruptedException {
        var options = hasAotCache() ? "-XX:AOTMode=on" : "-Xshare:on";
        var log = run(
                Map.of("PATH", "/usr/bin:/bin", "UNSPLAT_JAVA_OPTS", options + " -Xlog:class+load"),
                (program + " " + command + " " + SAMPLE).split(" "));
        var ours = log.lines().filter(line -> line.contains(" org.unsplat.")).toList();
        assertTrue(ours.size() > 100, log);
        assertEquals(
                List.of(),
                ours.stream().filter(line -> line.contains("source: jrt:")).toList());
    }

    @Test
    void aJavaWithAnAotCacheHasOne() throws IOException {
        assertEquals(Runtime.version().feature() >= 25, hasAotCache());
    }

    private static boolean hasAotCache() throws IOException {
        return Files.exists(program.toRealPath()
                .resolve("../../lib/runtime/lib/unsplat.aot")
                .normalize());
    }

    @Test
    void bringsManPagesAndCompletions() throws IOException {
        var share = program.toRealPath().resolve("../../share").normalize();
        for (var file : List.of(("man/man1/unsplat.1 man/man1/unsplat-parse.1 bash-completion/completions/unsplat "
                        + "zsh/site-functions/_unsplat fish/vendor_completions.d/unsplat.fish doc/unsplat/LICENSE "
                        + "doc/unsplat/NOTICE")
                .split(" "))) {
            assertTrue(Files.size(share.resolve(file)) > 100, file);
        }
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }
}
