package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.ParseSchema;

/** One report of many, in every command that reads reports. */
class SelectionOptionsTest {

    private static final String RACE = "samples/kcsan/data-race/6.12-x86_64-one-bit.log";
    private static final String CYCLE = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    /** The ids that the README shows of it. */
    private static final String CYCLE_ID = "695f2d94e1d7c50a";

    private static Cli.Result run(String command, String... options) {
        var args = new ArrayList<>(List.of(command));
        args.addAll(List.of(options));
        args.addAll(command.equals("diff") ? List.of("/dev/null", CYCLE) : List.of(RACE, CYCLE));
        return Cli.run(args.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "show", "clean", "graph", "check", "diff"})
    void theDeadlockAlone(String command) {
        var ofAll = run(command, "--kind=lockdep");
        for (var option : List.of("--id=" + CYCLE_ID, "--id=site/1 0d65", "--path=lkt/lkt.c")) {
            var one = run(command, option);
            assertEquals(ofAll, one, option);
            assertTrue(one.out().contains("lkt_m_ba"), one.out());
            assertTrue(!one.out().contains("KCSAN"), one.out());
        }
        var none = run(command, "--id=695f2d94", "--id=0000", "--kind=kcsan");
        assertTrue(!none.out().contains("lkt_m_ba"), none.out());
        var read = command.equals("diff") ? "1 report was" : "2 reports were";
        assertTrue(
                none.err()
                        .endsWith(
                                "unsplat: no report matches --id 695f2d94 --id 0000 --kind kcsan: " + read + " read\n"),
                none.err());
    }

    /** So that what one output names is found by it. */
    @Test
    void theNumberIsThatOfTheWholeOutput() {
        var parsed = run("parse", "--report", "r2");
        assertTrue(parsed.out().contains("\"id\": \"r2\""), parsed.out());
        assertEquals(List.of(), ParseSchema.faults(parsed.out()));
        assertTrue(parsed.out().contains("\"summary\": {\n    \"reports\": 1,"), parsed.out());
        assertEquals(3, count(parsed.out(), "\"reports\": 1[,\n]"), "inputs tell what was read, one each");
        assertTrue(run("show", "--report=r2").out().startsWith("r2  possible deadlock in lkt_m_ba\n"));
        assertEquals(run("show"), run("show", "--report=r1,r2"));
        assertEquals(run("show"), run("show", "--report=r2", "--report=r1"));
    }

    private static long count(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }

    @Test
    void ofTheOutputOfParseToo() {
        var parsed = run("parse", "--format=jsonl").out().getBytes(StandardCharsets.UTF_8);
        var shown = Cli.run(parsed, "show", "--id", CYCLE_ID, "-");
        assertTrue(shown.out().startsWith("r2  possible deadlock in lkt_m_ba\n"), shown.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--id=site/1   | --id: expected the beginning of an id",
                "--report=2    | --report: expected r1, r2, ..., found '2'",
                "--report=r0   | --report: expected r1, r2, ..., found 'r0'",
                "--kind=kcsam  | unknown kind 'kcsam'"
            })
    void whatCanBeOfNoReportIsASlip(String option, String message) {
        for (var command : List.of("parse", "diff", "check")) {
            var result = run(command, option);
            assertEquals(Exit.FAILED, result.status());
            assertTrue(result.err().contains(message), result.err());
        }
    }

    /** An entry of which the run could see nothing is not stale. */
    @Test
    void aBaselineIsComparedInPart(@TempDir Path dir) {
        var baseline = dir.resolve("known.json").toString();
        Cli.run("check", "--baseline", baseline, "--write-baseline", RACE, CYCLE);
        for (var option : List.of("--id=" + CYCLE_ID, "--path=lkt/", "--report=r2")) {
            var result = run("check", "--baseline", baseline, option);
            assertEquals(Exit.DONE, result.status());
            assertTrue(result.out().contains("0 new, 0 expired, 1 known, 0 stale: 1 report in 2 inputs"), result.out());
        }
    }
}
