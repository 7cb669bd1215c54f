package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * The runnable jar is put together by hand, for a quick start: what others would see to is seen to here. Profile
 * {@code dist}.
 */
class RunnableJarIT {

    private static final Path JAR = Path.of("target/unsplat.jar");

    @Test
    void itsManifestComesFirst() throws IOException {
        try (var jar = new JarInputStream(Files.newInputStream(JAR))) {
            assertNotNull(jar.getManifest());
            assertEquals(
                    "org.unsplat.cli.Main",
                    jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
        }
    }

    @Test
    void itIsStoredAndSaysWhatIsBundled() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertNotNull(jar.getEntry("META-INF/NOTICE"));
            assertNotNull(jar.getEntry("META-INF/LICENSE"));
            for (var entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName());
            }
        }
    }

    @Test
    void picocliIsOfThisJavaNotOfTheOneItIsPublishedFor() throws IOException {
        try (var jar = new JarFile(JAR.toFile());
                var picocli = new DataInputStream(jar.getInputStream(jar.getEntry("picocli/CommandLine.class")))) {
            assertEquals(0xcafebabe, picocli.readInt());
            assertEquals(0, picocli.readUnsignedShort());
            assertEquals(61, picocli.readUnsignedShort(), "Java 17's");
        }
    }
}
