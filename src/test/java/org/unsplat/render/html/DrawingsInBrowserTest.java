package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.triage.SampleReports;

/** Whether the drawings can be read, by the boxes that the browser reports. */
class DrawingsInBrowserTest {

    /** Texts beyond their box or the drawing, and pairs of texts or boxes that overlap; first of all how many were looked at. */
    private static final String FAULTS = """
            const wrong = [];
            let drawings = 0, largest = 0;
            const inside = (one, two) => one.left >= two.left - .5 && one.right <= two.right + .5
                && one.top >= two.top - .5 && one.bottom <= two.bottom + .5;
            const apart = (one, two) => one.right <= two.left + .5 || two.right <= one.left + .5
                || one.bottom <= two.top + .5 || two.bottom <= one.top + .5;
            for (const svg of document.querySelectorAll(arguments[0])) {
                drawings++;
                const whole = svg.getBoundingClientRect();
                const where = svg.closest('section').id + ' ';
                const texts = [...svg.querySelectorAll('text')];
                const boxes = [...svg.querySelectorAll('rect')];
                largest = Math.max(largest, boxes.length);
                texts.forEach((text, i) => {
                    const own = text.getBoundingClientRect();
                    if (!inside(own, whole)) wrong.push(where + 'beyond the drawing: ' + text.textContent);
                    const box = text.previousElementSibling;
                    if (box && box.tagName === 'rect' && !inside(own, box.getBoundingClientRect()))
                        wrong.push(where + 'beyond its box: ' + text.textContent);
                    for (const other of texts.slice(i + 1))
                        if (!apart(own, other.getBoundingClientRect()))
                            wrong.push(where + 'overlap: ' + text.textContent + ' / ' + other.textContent);
                });
                boxes.forEach((box, i) => {
                    for (const other of boxes.slice(i + 1))
                        if (!apart(box.getBoundingClientRect(), other.getBoundingClientRect()))
                            wrong.push(where + 'boxes overlap');
                });
            }
            return [drawings + ' ' + largest, ...wrong];
            """;

    @TempDir
    private Path dir;

    private static String[] faults(String selector) {
        Browser.run("document.querySelectorAll('.bug').forEach(each => each.style.contentVisibility = 'visible')");
        var found = Browser.texts(FAULTS, selector);
        assertEquals(List.of(), found.subList(1, found.size()));
        return found.get(0).split(" ");
    }

    @Test
    void cyclesOfUpToElevenLocksAreReadable() {
        var logs = new StringBuilder();
        for (var locks = 2; locks <= 11; locks++) {
            var names = new ArrayList<String>();
            for (var i = 0; i < locks; i++) {
                names.add("&some_long_object_name->lock_number_" + locks + "_" + i);
            }
            logs.append(SampleReports.circular("task/" + locks, names.toArray(String[]::new)));
        }
        var page = Pages.show(dir.resolve("cycles.html"), logs.toString());
        for (var width : List.of(390, 1280)) {
            Browser.open(page, "", width, "light");
            var seen = faults(".bug .drawing svg");
            assertEquals("10", seen[0]);
            assertEquals("11", seen[1]);
        }
    }

    @Test
    void everyDrawingOfTheSamplesIsReadable() {
        Browser.open(Pages.check(dir.resolve("all.html"), "samples/lockdep", "samples/kcsan"), "", 1280, "light");
        assertTrue(Integer.parseInt(faults(".drawing svg")[0]) > 40);
    }

    @Test
    void aGraphOfFortyLocksIsDrawnAndOfMoreSaysSo() {
        var logs = new StringBuilder();
        for (var i = 0; i < 45; i++) {
            logs.append(SampleReports.circular("task/" + (i + 1), "hub_lock", "lock_" + i, "lock_" + (i * 7 % 45)));
        }
        Browser.open(Pages.show(dir.resolve("graph.html"), logs.toString()), "", 1280, "light");
        assertEquals("40", faults(".order .drawing svg")[1]);
        assertTrue(Browser.run("return document.querySelector('.order .note').textContent")
                .toString()
                .contains("6 more locks"));
    }

    /** Mails of others, where they are at hand. */
    @Test
    void everyCycleOfTheMailsIsReadable() throws IOException {
        var wild = Path.of("../shared/corpus/wild");
        assumeTrue(Files.isDirectory(wild), "no " + wild);
        Browser.open(
                Pages.show(dir.resolve("wild.html"), "", "--kind", "lockdep-circular-dependency", wild.toString()),
                "",
                1280,
                "light");
        var seen = faults(".cycle .drawing svg");
        System.out.println("drawings of corpus/wild: " + seen[0] + ", the largest of " + seen[1] + " locks");
        assertTrue(Integer.parseInt(seen[0]) > 20);
    }
}
