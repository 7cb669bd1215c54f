package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, unpacked below a directory, where no Java is on the path. Profile {@code dist}. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DebianPackageIT {

    @TempDir
    private static Path root;

    private static Path file;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb here");
        try (var files = Files.newDirectoryStream(Path.of("target"), "unsplat_*.deb")) {
            file = files.iterator().next();
        }
        assertEquals("", run("dpkg-deb", "--extract", file.toString(), root.toString()));
    }

    @Test
    void runsWithoutJava() throws IOException, InterruptedException {
        var sample = "samples/kcsan/data-race/6.12-x86_64-marked-write.log";
        assertEquals(
                Cli.run("parse", sample).out(),
                run(root.resolve("usr/bin/unsplat").toString(), "parse", sample));
    }

    /** Removing it leaves nothing: it has no scripts, and all of it lies below /usr. */
    @Test
    void bringsFilesAlone() throws IOException, InterruptedException {
        assertEquals(
                "./\ncontrol\n",
                run("sh", "-c", "dpkg-deb --ctrl-tarfile " + file + " | tar -t | sed 's,^./control,control,'"));
        try (var top = Files.list(root)) {
            assertEquals(root.resolve("usr"), top.reduce((a, b) -> root).orElseThrow());
        }
        assertTrue(Files.isRegularFile(root.resolve("usr/share/doc/unsplat/copyright")));
        assertTrue(Files.isRegularFile(root.resolve("usr/share/man/man1/unsplat-show.1.gz")));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin"));
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }
}
