package org.unsplat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** Our own version, which the build takes from the pom. */
final class Version implements IVersionProvider {

    static String number() {
        try (var stream = Version.class.getResourceAsStream("/org/unsplat/version.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"unsplat " + number()};
    }
}
