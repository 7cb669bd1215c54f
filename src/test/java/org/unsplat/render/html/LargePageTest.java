package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** A page of a thousand bugs: races and deadlocks with stacks and texts of the usual length. */
class LargePageTest {

    private static final int BUGS = 1000;

    @TempDir
    private static Path dir;

    private static Path page;

    @BeforeAll
    static void makePage() throws IOException {
        var race =
                Files.readString(Path.of("samples/kcsan/data-race/syzbot-6.11-flush-work.log"), StandardCharsets.UTF_8);
        var deadlock = Files.readString(
                Path.of("samples/lockdep/circular-dependency/6.12-x86_64-decoded.log"), StandardCharsets.UTF_8);
        var log = new StringBuilder();
        for (var i = 0; i < BUGS / 2; i++) {
            log.append(race.replace("__flush_work", "flush_" + i));
            log.append(
                    deadlock.replace("lkt_m_", "lkt_m" + i + "_").replaceAll("\\blkt_m([ab])\\b", "lkt_" + i + "_m$1"));
        }
        page = Pages.show(dir.resolve("large.html"), log.toString());
    }

    @Test
    void itHasFiveMegabytesAtMostAndAllBugs() throws IOException {
        var text = Files.readString(page);
        var size = Files.size(page);
        System.out.println("page of " + BUGS + " bugs: " + size + " bytes");
        assertTrue(size <= HtmlPage.MOST, size + " bytes");
        assertEquals(BUGS, text.split("<section class=\"bug\"", -1).length - 1);
        assertTrue(text.contains("To keep the page small"), "it says what is left out");
        assertTrue(text.contains("unsplat clean --id "));
    }

    /** Of cycles of eleven locks even the facts do not fit. */
    @Test
    void bugsOfManyFactsAreNotLarger() throws IOException {
        var log = new StringBuilder();
        for (var i = 0; i < BUGS; i++) {
            var locks = new String[11];
            for (var lock = 0; lock < locks.length; lock++) {
                locks[lock] = "&some_object_of_" + i + "->lock_" + lock;
            }
            log.append(SampleReports.circular("task/" + (i + 1), locks));
        }
        var many = Pages.show(dir.resolve("facts.html"), log.toString());
        var text = Files.readString(many);
        assertTrue(Files.size(many) <= HtmlPage.MOST, Files.size(many) + " bytes");
        assertEquals(BUGS, text.split("<section class=\"bug\"", -1).length - 1);
        assertTrue(text.contains("stacks, locks and texts are not on it"));
        assertTrue(text.contains("<h3>Cycle</h3>"), "where there is room they are shown");
    }

    @Test
    void itIsPaintedAndFiltered() throws InterruptedException {
        Browser.driver();
        Browser.open(page, "", 1280, "light");
        // The browser may note the paint a moment after it has loaded the page
        var paint = Browser.driver().executeAsyncScript("""
                const done = arguments[0];
                new PerformanceObserver((list, observer) => {
                    for (const first of list.getEntriesByName('first-contentful-paint')) {
                        observer.disconnect();
                        done(Math.round(first.startTime));
                    }
                }).observe({type: 'paint', buffered: true});
                """);
        var slowest = Browser.driver().executeAsyncScript("""
                const done = arguments[0];
                const find = document.getElementById('find');
                const next = () => new Promise(resume => requestAnimationFrame(() => setTimeout(resume)));
                (async () => {
                    const times = [];
                    for (const text of ['l', 'lk', 'lkt', 'lkt_', 'lkt_7', 'lkt_77', 'lkt_7', '', 'f', 'fl', 'flush_77']) {
                        await next();
                        const start = performance.now();
                        find.value = text;
                        find.dispatchEvent(new Event('input'));
                        document.body.getBoundingClientRect();
                        times.push(Math.round(performance.now() - start));
                    }
                    done(times.join(' '));
                })();
                """).toString();
        // Shown, not asserted: other work on the machine would fail the test
        System.out.println("first paint after " + paint + " ms; filtered and laid out in ms a key: " + slowest);
        assertTrue(((Number) paint).longValue() > 0, "it is painted");
        assertEquals(11, slowest.split(" ").length);
    }
}
