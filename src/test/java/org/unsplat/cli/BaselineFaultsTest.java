package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.triage.SampleReports;

/** What merges, other runs and kills may do to a baseline. */
class BaselineFaultsTest {

    private static final String ENTRY = "{\"name\": \"site/1\", \"id\": \"0123456789abcdef\"}";

    @TempDir
    private Path dir;

    private Path baseline;

    @BeforeEach
    void nameIt() {
        baseline = dir.resolve("known.json");
    }

    private Cli.Result check(String... more) {
        var args = new ArrayList<String>();
        args.add("check");
        args.add("--baseline");
        args.add(baseline.toString());
        args.addAll(List.of(more));
        return Cli.run(SampleReports.RACE.getBytes(StandardCharsets.UTF_8), args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + ENTRY + ", " + ENTRY + "]",
                "[" + ENTRY + "], \"entries\": []",
                "[{\"name\": \"site/1\", \"id\": \"0123456789abcdef\", \"owner\": \"a\", \"owner\": \"b\"}]",
                "[{\"kind\": \"lockdep-limit\", \"title\": \"a\"}, {\"kind\": \"lockdep-limit\", \"title\": \"a\"}]",
                "[{\"name\": \"site/1\", \"id\": \"\"}]",
                "[{\"name\": \"site/1\", \"id\": \"0123456789ABCDEF\"}]",
                "[{\"name\": \"site/1\"}]",
                "[{\"title\": \"a\"}]",
                "[{\"name\": \"site\", \"id\": \"0123456789abcdef\"}]"
            })
    void whatAMergeHasDoubledOrBrokenIsAnError(String entries) throws IOException {
        var text = "{\"baseline_version\": \"1.0\", \"entries\": " + entries + "}";
        Files.writeString(baseline, text);
        for (var options : new String[][] {{}, {"--write-baseline"}}) {
            var result = check(options);
            assertEquals(Exit.FAILED, result.status(), result.toString());
            assertTrue(result.err().contains("not a baseline: "), result.err());
            assertEquals(text, Files.readString(baseline));
        }
    }

    @Test
    void aBugWithoutAnIdIsKnownByKindAndTitle() throws IOException {
        var parsed = Cli.run(SampleReports.RACE.getBytes(StandardCharsets.UTF_8), "parse", "--compact")
                .out()
                .replaceAll("\"fingerprints\":\\{[^}]*}", "\"fingerprints\":{}")
                .replaceAll("\"fingerprint_inputs\":\\{[^}]*}", "\"fingerprint_inputs\":{}");
        var log = Files.writeString(dir.resolve("parsed.json"), parsed).toString();
        assertEquals(Exit.NEW_FOUND, Cli.run("check", log).status());
        var written = Cli.run("check", "--baseline", baseline.toString(), "--write-baseline", log);
        assertEquals(0, written.status(), written.toString());
        var text = Files.readString(baseline);
        assertTrue(text.contains("any other of this kind and title passes for it, too"), text);
        assertFalse(text.contains("\"id\""), text);
        assertEquals(0, Cli.run("check", "--baseline", baseline.toString(), log).status());
        // The same bug with an id is another one to a baseline
        assertEquals(Exit.NEW_FOUND, check().status());
        assertEquals(0, check("--write-baseline").status());
        assertEquals(0, Cli.run("check", "--baseline", baseline.toString(), log).status());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void concurrentRunsKeepAllEntries() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (int run = 0; run < 4; run++) {
            var log = new StringBuilder();
            for (int bug = 0; bug < 7; bug++) {
                log.append(SampleReports.circular("task_a/41", "toy_a" + "x".repeat(run), "toy_b" + "y".repeat(bug)));
            }
            var file = Files.writeString(dir.resolve("run" + run + ".log"), log).toString();
            processes.add(ProcessTest.start("check", "--baseline", baseline.toString(), "--write-baseline", file));
        }
        for (var process : processes) {
            process.getInputStream().readAllBytes();
            assertEquals(0, process.waitFor());
        }
        assertEquals(28, Files.readString(baseline).split("\"id\"").length - 1);
        try (var files = Files.list(dir)) {
            assertEquals(5, files.count(), "the lock is gone");
        }
    }

    /** Not among the tests that look for mutations, of which one would put a file in the device's place. */
    @Test
    void aDeviceMayBeNamedTwice() throws IOException {
        var log = Files.writeString(dir.resolve("a.log"), SampleReports.RACE).toString();
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run("check", "--sarif", "/dev/null", "--junit", "/dev/null", log)
                        .status());
    }
}
