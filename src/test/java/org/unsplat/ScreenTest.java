package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.cli.Cli;

/**
 * What people see, as captured beside each log. {@code -Dgolden=update} writes the captures anew: then look at them.
 */
class ScreenTest {

    private static final Path DIR = Path.of("src/test/resources/screen");
    private static final Pattern NOISE = Pattern.compile(
            "\\+0x[0-9a-f]+/0x|^={16,}|^-{16,}$|^ \\? |Modules linked|R[ABCDIS][XIP]: |"
                    + "__lock_acquire|\\block_acquire\\b|dump_stack|_raw_spin_|__mutex_lock",
            Pattern.MULTILINE);

    static List<Path> logs() throws IOException {
        try (var paths = Files.list(DIR)) {
            return paths.filter(path -> path.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void narrow(Path log) throws IOException {
        var screen = capture(log, "80.txt", "show", "--width", "80");
        assertTrue(screen.lines().allMatch(line -> line.length() <= 80), screen);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void wide(Path log) throws IOException {
        var screen = capture(log, "160.txt", "show", "--width", "160");
        assertTrue(screen.lines().allMatch(line -> line.length() <= 160), screen);
    }

    /** All stacks, locks and tasks. */
    @ParameterizedTest
    @ValueSource(strings = {"hung-task", "inconsistent", "race", "rcu"})
    void verbose(String name) throws IOException {
        capture(DIR.resolve(name + ".log"), "verbose.txt", "show", "-v", "--width", "160");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void coloursChangeNothingElse(Path log) {
        var coloured = run(log, "show", "--color=always");
        assertTrue(coloured.contains("\u001b["), coloured);
        var plain = coloured.replaceAll("\u001b\\[[0-9;]*m", "");
        assertEquals(run(log, "show", "--color=never"), plain);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void trimmed(Path log) throws IOException {
        var text = capture(log, "trim.txt", "clean", "--trim");
        assertFalse(NOISE.matcher(text).find(), text);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void dot(Path log) throws IOException {
        capture(log, "dot", "graph");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void mermaid(Path log) throws IOException {
        capture(log, "mmd", "graph", "--format", "mermaid");
    }

    private static String capture(Path log, String form, String... command) throws IOException {
        var out = run(log, command);
        var golden = log.resolveSibling(log.getFileName().toString().replaceFirst("log$", form));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(golden, out);
        }
        assertEquals(Files.readString(golden), out, golden.toString());
        return out;
    }

    private static String run(Path log, String... command) {
        var arguments = new java.util.ArrayList<>(List.of(command));
        arguments.add(log.toString().replace('\\', '/'));
        var result = Cli.run(arguments.toArray(new String[0]));
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result.out();
    }
}
