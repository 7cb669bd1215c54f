package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** What the page says. */
class PageTextTest {

    private static final String DEADLOCK = "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log";
    private static final String RACE = "samples/kcsan/data-race/6.12-x86_64-one-bit.log";

    @TempDir
    private Path dir;

    private String check(String... arguments) throws IOException {
        return Files.readString(Pages.check(dir.resolve("page.html"), arguments));
    }

    private static String verdict(String page) {
        return between(page, "<h1", "</h1>").replaceAll(".*>", "");
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static List<String> all(String page, String regex) {
        return Pattern.compile(regex)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void withoutABaselineItSpeaksOfNone() throws IOException {
        var page = check(DEADLOCK, RACE);
        assertEquals("2 bugs", verdict(page));
        var body = between(page, "<body>", "<script>");
        for (var word : List.of("baseline", "Baseline", "known", "stale", "expired", "State")) {
            assertFalse(body.contains(word), word);
        }
        assertTrue(page.contains("<h1 class=\"bad\">"));
        assertEquals("No bug", verdict(check("README.md")));
        assertEquals("No report", verdict(Files.readString(Pages.show(dir.resolve("a.html"), "nothing\n"))));
    }

    @Test
    void theOnlyBugIsNamedAtTheTop() throws IOException {
        assertEquals("1 bug: possible deadlock in lkt_m_ba", verdict(check(DEADLOCK)));
        assertEquals(
                "<title>1 bug: possible deadlock in lkt_m_ba - unsplat</title>",
                all(check(DEADLOCK), "<title>1.*").get(0));
        assertFalse(check(DEADLOCK).contains("class=\"filter\""), "there is nothing to filter");
    }

    @Test
    void anExpiredEntryIsKnownToTheBaseline() throws IOException {
        var page = Files.readString(Pages.compared(dir));
        assertEquals("1 new bug and 1 bug whose entry in the baseline has expired", verdict(page));
        assertTrue(page.contains("1 new, 1 expired, 1 known, 1 stale: 3 reports in 3 inputs"));
        assertTrue(page.contains("was to be mended, until 2020-01-31"));
        assertTrue(page.contains("lives in a test, owner Ada"));
    }

    @Test
    void reportsBeyondTheTenthAreListedByInputAndLine() throws IOException {
        var report = SampleReports.circular("task/1", "&lock_a", "&lock_b");
        var lines = report.split("\n", -1).length - 1;
        var one = Files.writeString(dir.resolve("one.log"), report.repeat(11));
        var two = Files.writeString(dir.resolve("two.log"), report.repeat(2));
        var page = check(one.toString(), two.toString());
        assertEquals(
                11,
                all(page, "<span class=\"occurrence\">[^ ]*(?:one|two).log, lines")
                                .size()
                        + 1);
        var last = lines + first(report);
        assertTrue(page.contains(
                "<summary>3 more; all 13 are in 2 inputs, the last at " + two + ":" + last + "</summary>"));
        var text = page.replace("<wbr>", "");
        assertTrue(text.contains(">" + one + ":" + (10 * lines + first(report)) + "</span>"));
        assertTrue(text.contains(">" + two + ":" + first(report) + ", " + last + "</span>"));
        assertFalse(page.contains("unsplat parse --format csv"), "all are listed");
    }

    /** The line where the report begins, counted from 1. */
    private static int first(String report) {
        return SampleReports.reports(report).get(0).where().first();
    }

    @Test
    void ofHundredsTheRestIsCounted() throws IOException {
        var report = SampleReports.circular("task/1", "&lock_a", "&lock_b");
        var log = Files.writeString(dir.resolve("many.log"), report.repeat(250));
        var page = check(log.toString());
        assertTrue(page.contains("240 more; all 250 are in 1 input, the last at " + log + ":"));
        assertTrue(page.contains("and 50 more; <code>unsplat parse --format csv --id "));
        assertTrue(page.contains(" " + log + "</code> lists all of an input"));
    }

    @Test
    void anInterruptClosesACycleOnlyWhereNothingIsNew() throws IOException {
        var order = between(
                check("samples/lockdep/irq-order/6.12-x86_64-decoded.log"), "<table class=\"order\">", "</table>");
        assertEquals(1, all(order, "<tr class=\"closing\">").size());
        assertTrue(
                order.contains("<tr class=\"closing\"><td class=\"lock\">lkt_sa</td><td class=\"lock\">lkt_sb</td>"));
        var inversion = between(
                check("samples/lockdep/irq-inversion/6.12-x86_64-backward.log"), "<table class=\"order\">", "</table>");
        assertTrue(inversion.contains(
                "<tr class=\"closing\"><td class=\"lock\">lkt_sb</td><td class=\"lock\">lkt_sa</td>"));
    }

    @Test
    void aLongListOfHeldLocksIsFolded() throws IOException {
        var page = check("samples/lockdep/limit/6.12-x86_64-max-lock-depth.log");
        var inSight = between(page, "<table class=\"held\">", "</table>");
        assertEquals(12, all(inSight, "<td class=\"n\">#\\d+</td>").size());
        assertTrue(page.contains("<summary>36 more</summary>"));
        assertEquals(48, all(page, "<td class=\"n\">#\\d+</td>").size());
    }

    @Test
    void whatIsNotUnderstoodIsInSight() throws IOException {
        assertTrue(check("samples/lockdep/unknown/made-up-6.16-dept.log")
                .contains("<details class=\"text\" open><summary>Kernel text"));
        assertFalse(check(DEADLOCK).contains(" open>"));
    }

    @Test
    void aTaskThatHangsWithoutALockHasNoEmptyColumn() throws IOException {
        assertFalse(
                check("samples/lockdep/held-locks/6.12-x86_64-hung-task.log").contains("Waits for"));
        assertTrue(check("samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log")
                .contains("Waits for"));
    }

    @Test
    void aHeaderIsOfNoSubsystem() throws IOException {
        var page = check("samples/kcsan/data-race/syzbot-6.11-flush-work.log");
        assertTrue(page.contains("<li class=\"tool\">instrument_write <i>include/linux/instrumented.h:41</i>"));
        assertTrue(page.contains("<td class=\"subsystem\">kernel</td>"));
    }
}
