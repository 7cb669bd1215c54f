package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

class BisectTest {

    private static final String BOOT = "[    0.000000] Linux version 6.12.0-toy (lkt@lkt) #1 SMP\n";
    private static final String BUG = SampleReports.circular("task_a/41", "toy_a", "toy_b", "toy_c");
    private static final String OTHER = SampleReports.circular("task_b/42", "toy_p", "toy_q");
    private static final String LOGIN = "lkt login: \n";

    @TempDir
    private Path dir;

    private String id;

    @BeforeEach
    void takeTheId() throws IOException {
        id = idOf(BUG);
    }

    private String idOf(String report) throws IOException {
        var lines = Cli.run("check", "--jsonl", dir.resolve("id.jsonl").toString(), log(report));
        assertEquals(Exit.NEW_FOUND, lines.status());
        return Files.readString(dir.resolve("id.jsonl")).replaceAll("(?s).*?\"id\":\"([0-9a-f]+)\".*", "$1");
    }

    private String log(String text) throws IOException {
        return Files.writeString(dir.resolve("console.log"), text).toString();
    }

    private int status(String log, String... options) throws IOException {
        var args = new String[options.length + 4];
        args[0] = "bisect";
        args[1] = "--id";
        args[2] = id;
        args[3] = log;
        System.arraycopy(options, 0, args, 4, options.length);
        return Cli.run(args).status();
    }

    @Test
    void theBugIsThere() throws IOException {
        assertEquals(1, status(log(BOOT + SampleReports.RACE + BUG + LOGIN)));
        assertEquals(1, status(log(BUG), "--require", "login:"));
        assertEquals(1, status(log(OTHER + "[    0.000000] Linux version 6.12.0-toy #1 SMP\n" + BUG)));
    }

    @Test
    void theBugIsNotThere() throws IOException {
        assertEquals(0, status(log(BOOT + LOGIN), "--require", "login:"));
        assertEquals(0, status(log(BOOT + SampleReports.RACE)));
        assertEquals(0, status(log(BOOT + OTHER), "--kind", "kcsan"));
    }

    @Test
    void theLogSaysNothing() throws IOException {
        assertEquals(125, status(dir.resolve("none.log").toString()));
        assertEquals(125, status(log("")));
        assertEquals(125, status(log("make: *** [all] Error 2\n")));
        assertEquals(125, status(log(BOOT), "--require", "login:"));
        assertEquals(125, status(log(BOOT + OTHER)));
        assertEquals(125, status(log(BOOT + BUG.substring(0, BUG.indexOf("-> #1"))), "--kind", "lockdep"));
        var empty = Files.createDirectory(dir.resolve("empty"));
        assertEquals(125, status(empty.toString()));
    }

    @Test
    void mistakesAreNoAnswer() throws IOException {
        assertEquals(125, Cli.run("bisect").status());
        assertEquals(125, Cli.run("bisect", "--id", "", log(BOOT)).status());
        assertEquals(125, Cli.run("bisect", "--id", "login", log(BOOT)).status());
        assertEquals(125, Cli.run("bisect", "--ids", id, log(BOOT)).status());
        assertEquals(125, status(log(BOOT), "--require", "("));
        assertEquals(125, status(log(BOOT), "--kind", "kasan"));
    }

    @Test
    void itSaysWhy() throws IOException {
        var result = Cli.run("bisect", "--id", id, log(OTHER));
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("unsplat: the log proves nothing: "), result.err());
        assertTrue(result.err().contains("console.log:1: lockdep is off from here on: "), result.err());
    }

    @Test
    void anEndlessComparisonIsNoMatch() throws IOException {
        assertEquals(125, status(log(BOOT + "a".repeat(60) + "\n"), "--require", "^(a+)+b"));
    }

    @Test
    void outputOfParseHasNoLinesToRequire() throws IOException {
        var parsed = Cli.run(BOOT.getBytes(StandardCharsets.UTF_8), "parse").out();
        assertEquals(125, status(log(parsed), "--require", "Linux"));
        assertEquals(0, status(log(parsed)));
    }
}
