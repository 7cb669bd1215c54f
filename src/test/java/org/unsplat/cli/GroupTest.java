package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many reports of few bugs: what is printed once, and what is only counted. */
class GroupTest {

    private static final String HINT = "with --group there is one screen for each bug\n";

    /** Seven lines, with the blank one before it. */
    private static String race(String function) {
        return """

                ==================================================================
                BUG: KCSAN: data-race in %1$s / %1$s

                write to 0xffffffff84000000 of 8 bytes by task 41 on cpu 1:
                 %1$s+0x10/0x20
                ==================================================================
                """.formatted(function);
    }

    private static Cli.Result run(String log, String... args) {
        return Cli.run(log.getBytes(StandardCharsets.UTF_8), args);
    }

    private static String races(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> race("lkt_function_with_a_long_name_" + (char) ('a' + i / 26) + (char) ('a' + i % 26)))
                .collect(Collectors.joining());
    }

    @Test
    void aGroupHasOneScreenWithItsPlaces() {
        var log = race("lkt_a") + race("lkt_b") + race("lkt_a");
        var shown = run(log, "show", "--group").out();
        assertEquals(2, shown.lines().filter(line -> line.matches("r\\d+ .*")).count(), shown);
        assertTrue(shown.contains("\nseen 2 times: stdin:2, stdin:16\n"), shown);
        assertFalse(shown.contains("seen 1"), shown);
        var many =
                run(race("lkt_a").repeat(13), "show", "--group", "--width=200").out();
        assertTrue(many.contains("\nseen 13 times: stdin:2, stdin:9, "), many);
        assertTrue(many.contains(", stdin:65, and 3 more\n"), many);
    }

    @Test
    void thereIsAHintFromFiveReportsOfOneBugOn() {
        assertEquals("", run(race("lkt_a").repeat(4) + race("lkt_b"), "show").err());
        assertEquals(
                "unsplat: 6 reports of 2 bugs: " + HINT,
                run(race("lkt_a").repeat(5) + race("lkt_b"), "show").err());
        assertEquals("", run(race("lkt_a").repeat(5), "show", "--group").err());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120})
    void theTableFindsRoom(int width) {
        var result = run(races(12), "check", "--width=" + width);
        var table = result.out().lines().takeWhile(line -> !line.isEmpty()).toList();
        assertEquals(13, table.size());
        table.forEach(line -> assertTrue(line.length() <= width, line));
        assertTrue(table.stream().skip(1).allMatch(line -> line.contains("...")), result.out());
    }

    /** Nothing needs be cut where there is room. */
    @Test
    void aWideTableIsWhole() {
        var table = run(races(1), "check", "--width=200").out().lines().toList();
        assertTrue(
                table.get(1)
                        .contains("  kcsan-data-race  KCSAN: data-race in lkt_function_with_a_long_name_aa"
                                + " / lkt_function_with_a_long_name_aa  stdin:2"),
                table.get(1));
    }

    @Test
    void aCheckOfManyBugsIsShort() {
        var result = run(races(300), "check");
        var lines = result.out().lines().toList();
        assertTrue(lines.size() < 300, result.out());
        assertTrue(lines.contains("and 251 more; --jsonl FILE has all that are not known"), result.out());
        assertTrue(lines.contains("290 more: unsplat show --group has their screens"), result.out());
        assertEquals("300 new, 0 expired, 0 known, 0 stale: 300 reports in 1 input", lines.get(lines.size() - 1));
        assertEquals(10, lines.stream().filter(line -> line.matches("r\\d+ .*")).count());
    }

    @Test
    void lockdepOffIsOneLineAndNoneOfMails() {
        var log = "BUG: MAX_LOCK_DEPTH too low!\nturning off the locking correctness validator.\n"
                + "depth: 48  max: 48!\n";
        var mail = "From: a@example.org\nSubject: depth\nMessage-ID: <1@example.org>\n\n" + log;
        assertEquals(1, offLines(run(log, "check", "-")).size());
        assertEquals(List.of(), offLines(run(mail, "check", "-")));
        assertEquals(1, offLines(run(mail, "check", "--require-lockdep", "-")).size());
        assertEquals(1, offLines(run(log, "diff", "/dev/null", "-")).size());
    }

    private static List<String> offLines(Cli.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("lockdep is off from stdin:"))
                .toList();
    }

    @Test
    void aDifferenceSaysWhereEachBugIsFirst() {
        var lines = run(race("lkt_a"), "diff", "/dev/null", "-").out().lines().toList();
        assertTrue(lines.get(0).endsWith("FIRST AT"), lines.get(0));
        assertTrue(lines.get(1).endsWith("  stdin:2"), lines.get(1));
    }
}
