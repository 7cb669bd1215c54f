package org.unsplat.symbols;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.unsplat.symbols.tool.SymbolizerProgram;

/** The programs that tests need or make. */
public final class TestTools {

    private TestTools() {}

    /** Skips the test unless all of them are on PATH. */
    public static void assumeInstalled(String... names) {
        for (var name : names) {
            assumeTrue(SymbolizerProgram.isOn(System.getenv("PATH"), name), name + " is not installed");
        }
    }

    /** Writes a script that can be run. */
    public static Path script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
