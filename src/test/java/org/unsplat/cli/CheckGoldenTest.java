package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.render.ci.CheckFormat;

/**
 * What each form of {@code check} and {@code diff} says of a bug that is new, one that is known, one whose entry has
 * expired and an entry of which nothing is seen, to the letter. {@code -Dgolden=update} writes the goldens anew.
 */
class CheckGoldenTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final Path GOLDENS = Path.of("src/test/resources/check");
    private static final String KNOWN = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    private static final String EXPIRED = "samples/lockdep/inconsistent-state/6.12-x86_64-hardirq.log";
    private static final String NEW = "samples/kcsan/data-race/6.12-x86_64-decoded.log";

    @TempDir
    private Path dir;

    static Stream<CheckFormat> forms() {
        return CheckFormat.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void ofCheck(CheckFormat form) throws IOException {
        var args = new ArrayList<>(List.of("check", "--warn-stale", "--baseline", GOLDENS + "/baseline.json"));
        args.add("--" + form.name());
        var file = dir.resolve("out");
        if (!form.isPrinted()) {
            args.add(file.toString());
        }
        args.addAll(List.of(KNOWN, EXPIRED, NEW, NEW));
        var result = Cli.run(args.toArray(String[]::new));
        assertEquals(Exit.NEW_FOUND, result.status(), result.err());
        assertGolden("check." + form.name(), form.isPrinted() ? result.out() : Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("diffs")
    void ofDiff(String format) throws IOException {
        var dirs = new ArrayList<String>();
        for (var run : List.of(List.of(KNOWN, EXPIRED), List.of(EXPIRED, NEW))) {
            var logs = Files.createDirectory(dir.resolve("run" + dirs.size()));
            for (var log : run) {
                Files.copy(Path.of(log), logs.resolve(Path.of(log).getParent().getFileName() + ".log"));
            }
            dirs.add(logs.toString());
        }
        var result = Cli.run("diff", "--format", format, dirs.get(0), dirs.get(1));
        assertEquals(Exit.DONE, result.status(), result.err());
        assertGolden("diff." + format, result.out().replace(dir.toString(), "FOLDER"));
    }

    static Stream<String> diffs() {
        return Stream.of("text", "json");
    }

    @Test
    void ofKcidb() throws IOException {
        var file = dir.resolve("out");
        Cli.run(
                "check",
                "--baseline",
                GOLDENS + "/baseline.json",
                "--kcidb",
                file.toString(),
                "--origin",
                "lkt",
                "--test-id",
                "lkt:7",
                KNOWN,
                NEW);
        assertGolden("check.kcidb", Files.readString(file));
    }

    private static void assertGolden(String name, String text) throws IOException {
        var golden = GOLDENS.resolve(name);
        var steady = text.replace(Version.number(), "VERSION")
                .replace(Path.of("").toAbsolutePath().toString(), "CHECKOUT");
        if (UPDATE) {
            Files.writeString(golden, steady);
        }
        assertEquals(Files.readString(golden), steady);
    }
}
