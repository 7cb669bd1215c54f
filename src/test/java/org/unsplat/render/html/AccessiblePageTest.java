package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether everybody can use the page: on a phone and on a wide screen, in the light and in the dark. */
class AccessiblePageTest {

    @TempDir
    private static Path dir;

    private static Path page;

    @BeforeAll
    static void makePage() {
        Browser.driver();
        page = Pages.check(
                dir.resolve("page.html"),
                "samples/kcsan/data-race/syzbot-6.11-flush-work.log",
                "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log",
                "samples/lockdep/irq-order/6.12-x86_64-decoded.log",
                "samples/lockdep/inconsistent-state/6.12-x86_64-hardirq.log",
                "samples/lockdep/suspicious-rcu",
                "samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log");
    }

    @Test
    void axeFindsNothing() {
        var found = new ArrayList<String>();
        for (var scheme : List.of("light", "dark")) {
            for (int width : List.of(390, 1280)) {
                Browser.open(page, "", width, scheme);
                Browser.run("for (const each of document.querySelectorAll('details')) each.open = true;"
                        + "for (const each of document.querySelectorAll('.bug')) each.classList.add('in-sight')");
                Browser.violations().forEach(each -> found.add(scheme + " " + width + " " + each));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void darkIsDark() {
        Browser.open(page, "", 1280, "light");
        var script = "return getComputedStyle(document.body).backgroundColor";
        var light = Browser.run(script);
        Browser.look(1280, "dark");
        assertNotEquals(light, Browser.run(script));
        assertTrue(Browser.run(script).toString().matches("rgb\\(\\d{2}, \\d{2}, \\d{2}\\)"), "a dark one");
    }

    @Test
    void noWidthScrollsThePageSideways() {
        for (int width : List.of(360, 390, 700, 1000, 1110, 1280, 1920, 2000)) {
            Browser.open(page, "", width, "light");
            assertEquals(List.of(), Browser.tooWide(width));
            assertEquals(
                    0,
                    Browser.number("const table = document.querySelector('#bugs > .scroll');"
                            + "return table.scrollWidth - table.clientWidth"),
                    "the table of bugs at " + width);
        }
    }

    /** Nothing of a bug is beyond the edge of a phone, and no column so narrow that it breaks a word into pieces. */
    @Test
    void onAPhoneTablesAreReadWithoutScrolling() {
        Browser.open(page, "", 390, "light");
        Browser.run("for (const each of document.querySelectorAll('.bug')) each.style.contentVisibility = 'visible'");
        assertEquals(List.of(), Browser.texts("""
                const cut = [...document.querySelectorAll('.bug .scroll:has(> table)')]
                    .filter(each => each.scrollWidth > each.clientWidth);
                const narrow = [...document.querySelectorAll('.bug :is(td, th)')]
                    .filter(each => each.textContent.length > 3 && each.getBoundingClientRect().width < 24);
                return [...cut, ...narrow].map(each => each.textContent);
                """));
        assertTrue(Browser.number("return document.querySelectorAll('.bug .scroll:has(> table)').length") > 10);
    }

    @Test
    void foldedPartsArePrinted() {
        var browser = Browser.open(page, "", 1280, "light");
        try {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
            assertEquals(
                    0,
                    Browser.number(
                            "return [...document.querySelectorAll('details > pre')].filter(e => e.offsetHeight === 0).length"));
            assertEquals("none", Browser.run("return getComputedStyle(document.querySelector('.filter')).display"));
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", ""));
        }
    }
}
