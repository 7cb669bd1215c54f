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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.triage.SampleReports;

class CheckTest {

    private static final String CIRCULAR = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");

    @TempDir
    private Path dir;

    private String race;
    private String circular;
    private String baseline;

    @BeforeEach
    void writeLogs() throws IOException {
        race = Files.writeString(dir.resolve("race.log"), SampleReports.RACE + SampleReports.RACE_DECODED)
                .toString();
        circular = Files.writeString(dir.resolve("circular.log"), CIRCULAR).toString();
        baseline = dir.resolve("known.json").toString();
    }

    @Test
    void withoutABaselineEverythingIsNew() {
        var result = Cli.run("check", race, circular);
        assertEquals(Exit.NEW_FOUND, result.status());
        assertEquals("", result.err());
        var lines = result.out().lines().toList();
        assertTrue(lines.get(1).startsWith("new    1     cycle/1 "), result.out());
        assertTrue(lines.get(2).startsWith("new    2     site/1 "), result.out());
        assertEquals("2 new, 0 expired, 0 known, 0 stale: 3 reports in 2 inputs", lines.get(lines.size() - 1));
    }

    @Test
    void nothingIsClean() {
        var result = Cli.run("[    1.000000] lkt: loaded\n".getBytes(StandardCharsets.UTF_8), "check");
        assertEquals(new Cli.Result(0, "0 new, 0 expired, 0 known, 0 stale: 0 reports in 1 input\n", ""), result);
    }

    @Test
    void whatTheBaselineKnowsIsNoReasonToFail() throws IOException {
        assertEquals(
                0,
                Cli.run("check", "--baseline", baseline, "--write-baseline", race)
                        .status());
        assertEquals(0, Cli.run("check", "--baseline", baseline, race).status());
        var both = Cli.run("check", "--baseline", baseline, circular, race);
        assertEquals(Exit.NEW_FOUND, both.status());
        assertTrue(both.out().contains("\nknown  2     site/1 "), both.out());
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run("check", "--baseline", baseline, "--fail-on", "any", race)
                        .status());
        assertEquals(
                0,
                Cli.run("check", "--baseline", baseline, "--fail-on=none", circular, race)
                        .status());
        var written = Files.readString(Path.of(baseline));
        assertEquals(
                0,
                Cli.run("check", "--baseline", baseline, "--write-baseline", circular)
                        .status());
        var updated = Files.readString(Path.of(baseline));
        assertTrue(updated.startsWith(written.substring(0, written.lastIndexOf("}\n  ]"))), updated);
        assertEquals(0, Cli.run("check", "--baseline", baseline, race, circular).status());
    }

    @Test
    void anExpiredEntryCountsAsNew() throws IOException {
        writeBaseline("2001-02-03");
        var expired = Cli.run("check", "--baseline", baseline, "--github", race);
        assertEquals(Exit.NEW_FOUND, expired.status());
        assertTrue(expired.out().contains("\nexpired  2 "), expired.out());
        assertTrue(expired.out().contains("its entry in the baseline expired on 2001-02-03, owner me"), expired.out());
        writeBaseline("9999-12-31");
        assertEquals(0, Cli.run("check", "--baseline", baseline, race).status());
    }

    @Test
    void aStaleEntryIsAWarning() throws IOException {
        writeBaseline("9999-12-31");
        var quiet = "[    1.000000] lkt: loaded\n".getBytes(StandardCharsets.UTF_8);
        var result = Cli.run(quiet, "check", "--baseline", baseline);
        assertEquals(new Cli.Result(0, "0 new, 0 expired, 0 known, 1 stale: 0 reports in 1 input\n", ""), result);
        result = Cli.run("check", "--baseline", baseline, "--warn-stale");
        assertEquals(0, result.status());
        assertTrue(result.out().contains("\nstale  0     site/1 "), result.out());
        assertFalse(Cli.run("check", "--baseline", baseline, "--warn-stale", "--kind", "lockdep")
                .out()
                .contains("stale  "));
    }

    private void writeBaseline(String expires) throws IOException {
        var path = Path.of(baseline);
        Files.deleteIfExists(path);
        Cli.run("check", "--baseline", baseline, "--write-baseline", race);
        Files.writeString(
                path,
                Files.readString(path)
                        .replace("\"reason\":", "\"owner\": \"me\", \"expires\": \"" + expires + "\", \"reason\":"));
    }

    @Test
    void aMisspeltMemberIsToldOf() throws IOException {
        writeBaseline("2001-02-03");
        Files.writeString(Path.of(baseline), Files.readString(Path.of(baseline)).replace("\"expires\"", "\"expire\""));
        var result = Cli.run("check", "--baseline", baseline, race);
        assertEquals(0, result.status());
        assertTrue(
                result.err()
                        .matches(
                                "unsplat: .*known.json:\\d+: unknown member \"expire\" has no effect: .* and expires\n"),
                result.err());
    }

    @Test
    void aMisspeltMemberIsNotLost() throws IOException {
        writeBaseline("2001-02-03");
        var misspelt = Files.readString(Path.of(baseline)).replace("\"expires\"", "\"expire\"");
        Files.writeString(Path.of(baseline), misspelt);
        var result = Cli.run("check", "--baseline", baseline, "--write-baseline", race);
        assertEquals(2, result.status());
        assertTrue(result.err().contains("--write-baseline would lose it"), result.err());
        assertEquals(misspelt, Files.readString(Path.of(baseline)));
    }

    @Test
    void anUnreadableBaselineNeverPassesForAnEmptyOne() throws IOException {
        assertFailure(Cli.run("check", "--baseline", baseline, race), "known.json: cannot be read: no such file");
        for (var bad : List.of(
                "",
                "[]",
                "{}",
                "{\"baseline_version\": \"1.0\", \"entries\": [{\"id\": \"1\"}]}",
                "{\"a",
                "{\"baseline_version\": \"1.0\", \"entries\": [{\"name\": \"site/1\", \"id\": \"1\", \"expires\": \"soon\"}]}",
                "{\"baseline_version\": \"2.0\", \"entries\": []}",
                "{\"baseline_version\": \"1.0\"}")) {
            Files.writeString(Path.of(baseline), bad);
            assertFailure(Cli.run("check", "--baseline", baseline), "known.json:1:");
            assertFailure(Cli.run("check", "--baseline", baseline, "--write-baseline"), "not a baseline: ");
            assertFalse(Cli.run("check", "--baseline", baseline).err().contains("marker"));
            assertEquals(bad, Files.readString(Path.of(baseline)));
        }
    }

    private static void assertFailure(Cli.Result result, String message) {
        assertEquals(Exit.FAILED, result.status());
        assertEquals("", result.out());
        assertTrue(result.err().contains(message), result.err());
    }

    @Test
    void aScanThatFailedNeverLooksClean() throws IOException {
        var missing = dir.resolve("missing.log").toString();
        var result = Cli.run("check", "--baseline", baseline, "--write-baseline", race, missing);
        assertEquals(Exit.FAILED, result.status());
        assertTrue(result.out().endsWith("; the scan failed, so this proves nothing\n"), result.out());
        assertFalse(Files.exists(Path.of(baseline)));
        var parsed = dir.resolve("parsed.json").toString();
        assertEquals(Exit.FAILED, Cli.run("parse", "-o", parsed, missing).status());
        assertEquals(Exit.FAILED, Cli.run("check", parsed).status());
        assertEquals(
                Exit.FAILED,
                Cli.run("check", "--sarif", dir.resolve("no/dir").toString()).status());
    }

    @Test
    void kindsCanBeChosen() {
        assertEquals(
                0, Cli.run("check", "--kind", "lockdep,kcsan-assert-race", race).status());
        assertEquals(Exit.NEW_FOUND, Cli.run("check", "--kind=kcsan", race).status());
        assertFailure(Cli.run("check", "--kind", "nonsense", race), "unknown kind 'nonsense'");
        assertFailure(Cli.run("check", "--fail-on", "nonsense", race), "expected new, any or none");
        assertFailure(Cli.run("check", "--write-baseline", race), "--write-baseline: also give --baseline FILE");
    }

    /** The lines of a warning come in another order in nearly each of these kernels. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C|WARNING: CPU: 0 PID: 7 at kernel/locking/mutex.c:5 f+0x1/0x2()|DEBUG_LOCKS_WARN_ON(a)|4.4.155",
                "DEBUG_LOCKS_WARN_ON(a)|C|WARNING: CPU: 0 PID: 7 at kernel/locking/mutex.c:5 f+0x1/0x2|4.12.0",
                "C|DEBUG_LOCKS_WARN_ON(a)|WARNING: CPU: 0 PID: 7 at kernel/locking/mutex.c:5 f+0x1/0x2|4.19.78",
                "C|DEBUG_LOCKS_WARN_ON(a)|WARNING: kernel/locking/mutex.c:5 at f+0x1/0x2, CPU#0: x/7|6.19.0",
                "C|DEBUG_LOCKS_WARN_ON(a)|WARNING: [1] kernel/locking/mutex.c:5 at f+0x1/0x2, CPU#0: x/7|6.19.0",
                "C|toys are out|WARNING: [a < 0] kernel/locking/lockdep.c:5 at f+0x1/0x2, CPU#0: x/7|6.19.0",
                "C|WARNING: [a < 0] kernel/locking/lockdep.c:5 at f+0x1/0x2, CPU#0: x/7|6.19.0",
            })
    void aFailedCheckOfTheLockingCodeSwitchesLockdepOff(String order) throws IOException {
        var lines = new ArrayList<>(List.of(order.split("\\|")));
        var release = lines.remove(lines.size() - 1);
        lines.replaceAll(line -> line.equals("C") ? "------------[ cut here ]------------" : line);
        lines.addAll(List.of(
                "Modules linked in:",
                "CPU: 0 PID: 7 Comm: x Not tainted " + release + " #1",
                "Call Trace:",
                " toy_close+0x12/0x34",
                "---[ end trace 0123456789abcdef ]---"));
        lines.replaceAll(line -> "[    1.000000] " + line);
        var log = Files.write(dir.resolve("console.log"), lines).toString();
        assertEquals(0, Cli.run("check", "--fail-on", "none", log).status());
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run("check", "--fail-on", "none", "--require-lockdep", log).status());
    }

    @Test
    void aRunWithoutLockdepProvesLess() {
        assertEquals(0, Cli.run("check", "--fail-on", "none", circular).status());
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run("check", "--fail-on", "none", "--require-lockdep", circular)
                        .status());
        assertEquals(
                0,
                Cli.run("check", "--fail-on", "none", "--require-lockdep", race).status());
    }

    @Test
    void logsAndWhatParseMadeOfThemAreTheSame() {
        for (var form : List.of("json", "jsonl")) {
            var parsed = dir.resolve("parsed." + form).toString();
            Cli.run("parse", "--format", form, "-o", parsed, race, circular);
            assertEquals(Cli.run("check", race, circular), Cli.run("check", parsed));
            assertEquals("0 new, 0 gone, 2 the same", last(Cli.run("diff", parsed, dir.toString())));
        }
    }

    /** The summary is last, so that this shows. */
    @Test
    void linesThatAreCutNeverLookClean() {
        var lines = Cli.run("parse", "--format", "jsonl", race, circular)
                .out()
                .lines()
                .toList();
        for (var count = 3; count < lines.size(); count++) {
            assertFailed(String.join("\n", lines.subList(0, count)), "stdin: lacks the summary");
        }
        assertFailed(
                Cli.run("parse", "--format", "jsonl", "gone.log")
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow(),
                "lacks the summary");
        var reports = lines.stream()
                .filter(line -> line.startsWith("{\"type\":\"report\""))
                .toList();
        assertEquals(
                Exit.NEW_FOUND,
                Cli.run(String.join("\n", reports).getBytes(StandardCharsets.UTF_8), "check", "-")
                        .status());
    }

    private static void assertFailed(String stdin, String message) {
        var result = Cli.run(stdin.getBytes(StandardCharsets.UTF_8), "check", "-");
        assertEquals(Exit.FAILED, result.status(), stdin);
        assertTrue(result.err().contains(message), result.err());
    }

    @Test
    void diffTellsWhatIsNewAndGone() {
        var result = Cli.run("diff", race, circular);
        assertEquals(0, result.status());
        assertEquals("1 new, 1 gone, 0 the same", last(result));
        assertEquals(
                Exit.NEW_FOUND, Cli.run("diff", "--fail-on-new", race, circular).status());
        assertEquals(
                0, Cli.run("diff", "--fail-on-new", dir.toString(), circular).status());
        assertFailure(Cli.run("diff", race, dir.resolve("missing.log").toString()), "no such file");
        assertFailure(Cli.run("diff", "-", "-"), "OLD and NEW are both stdin");
        assertFailure(Cli.run("diff", race), "Missing required parameter: 'NEW'");
        var json = Cli.run("diff", "--format", "json", race, dir.toString()).out();
        assertTrue(json.contains("\"old_count\": 2,\n      \"new_count\": 2,"), json);
        assertTrue(json.contains("\"summary\": {\n    \"new\": 1,\n    \"gone\": 0,\n    \"same\": 1\n"), json);
    }

    private static String last(Cli.Result result) {
        return result.out().lines().reduce("", (before, line) -> line);
    }
}
