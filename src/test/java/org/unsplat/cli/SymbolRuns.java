package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.ParseSchema;
import org.unsplat.symbols.ToyReports;

/** Runs of {@code parse} with symbols that cannot be used. */
final class SymbolRuns {

    private SymbolRuns() {}

    /** Writes a log whose frames are a symbol. */
    static String log(Path dir, String symbol, String buildId) throws IOException {
        return Files.writeString(dir.resolve("0.log"), ToyReports.log(symbol, buildId))
                .toString();
    }

    /** The message is the only one, and the exit status is as always; with --strict it is 3. */
    static void assertWarned(String log, String code, String message, String... options) {
        var result = parse(log, options);
        assertEquals("unsplat: " + message, result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\"code\":\"" + code + "\""), result.out());
        assertFalse(result.out().contains("\"file\":"), result.out());
        assertEquals(
                List.of(),
                ParseSchema.faults(Cli.run(arguments(log, "json", options)).out()));
        var strict = new ArrayList<>(List.of(options));
        strict.add("--strict");
        assertEquals(3, parse(log, strict.toArray(String[]::new)).status());
    }

    static Cli.Result parse(String log, String... options) {
        return Cli.run(arguments(log, "jsonl", options));
    }

    static String[] arguments(String log, String format, String... options) {
        var arguments = new ArrayList<>(List.of("parse", "--format", format));
        arguments.addAll(List.of(options));
        arguments.add(log);
        return arguments.toArray(String[]::new);
    }

    static void assertRefused(String message, String... options) {
        var result = Cli.run(arguments("-", "json", options));
        assertEquals(message, result.err().lines().findFirst().orElse(""));
        assertEquals(2, result.status());
        assertEquals("", result.out());
    }
}
