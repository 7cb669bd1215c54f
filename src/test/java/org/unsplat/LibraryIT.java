package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program as that of {@link LibraryTest}, with the jars as they are published. Profile {@code dist}. */
class LibraryIT {

    @TempDir
    private Path dir;

    private static Path library() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "unsplat-*[0-9].jar")) {
            return jars.iterator().next();
        }
    }

    @Test
    void itRunsOnTheClassPath() throws IOException, InterruptedException {
        LibraryTest.assertFacts(new LibraryProgram(library(), dir).factsByClassPath(LibraryTest.LOG));
    }

    @Test
    void itRunsOnTheModulePath() throws IOException, InterruptedException {
        LibraryTest.assertFacts(new LibraryProgram(library(), dir).factsByModulePath(LibraryTest.LOG));
    }

    /** The runnable jar has all that is needed in it. */
    @Test
    void itRunsWithTheRunnableJarAlone() throws IOException, InterruptedException {
        var program = new LibraryProgram(Path.of("target/unsplat.jar"), dir);
        assertEquals("", program.compile("--class-path", Path.of("src/it/library/LogFacts.java")));
        LibraryTest.assertFacts(program.run("--class-path", "LogFacts", LibraryTest.LOG));
    }
}
