package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.cli.Cli;

/** Any bytes at all, from what {@code parse} wrote on, as the input of the commands that take that too. */
class ParsedFuzz {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("diff", "-", "/dev/null"),
            List.of("check", "-"),
            List.of("show", "-v", "-"),
            List.of("clean", "-"),
            List.of("clean", "--trim", "-"),
            List.of("graph", "-"));

    static Stream<byte[]> goldens() {
        return Sample.shortestOfEachKind().stream().map(ParsedFuzz::golden);
    }

    private static byte[] golden(Sample sample) {
        try {
            return Files.readAllBytes(sample.golden());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("goldens")
    @FuzzTest(maxExecutions = 250)
    void parsed(byte[] json) {
        for (var command : COMMANDS) {
            var result = Cli.run(json, command.toArray(String[]::new));
            assertFalse(result.err().contains("internal error"), result.err());
        }
    }
}
