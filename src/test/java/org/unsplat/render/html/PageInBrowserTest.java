package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What people do with the page, in a real browser. */
class PageInBrowserTest {

    private static final String SHOWN_ROWS = """
            return [...document.querySelectorAll('.bugs tbody tr')].filter(row => row.checkVisibility()).map(row =>
                row.querySelector('.title').textContent.trim())
            """;
    private static final String SHOWN_SECTIONS =
            "return [...document.querySelectorAll('.bug')].filter(each => each.checkVisibility()).map(each => each.id)";

    @TempDir
    private static Path dir;

    private static Path page;

    @BeforeAll
    static void makePage() {
        Browser.driver();
        page = Pages.check(
                dir.resolve("page.html"),
                "samples/kcsan/data-race/6.12-x86_64-one-bit.log",
                "samples/kcsan/data-race/syzbot-6.11-flush-work.log",
                "samples/kcsan/assert-race",
                "samples/lockdep/circular-dependency/6.12-x86_64-decoded.log",
                "samples/lockdep/irq-order/6.12-x86_64-decoded.log",
                "samples/lockdep/held-locks/made-up-6.19-hung-tasks-cycle.log");
    }

    private static WebElement element(String selector) {
        return Browser.driver().findElement(By.cssSelector(selector));
    }

    /** Keys typed into a menu soon after others would be taken together with them. */
    private static void choose(String field, String option) {
        Browser.run(
                "const field = document.getElementById(arguments[0]);"
                        + "field.value = arguments[1]; field.dispatchEvent(new Event('input'))",
                field,
                option);
    }

    private static List<String> rows() {
        return Browser.texts(SHOWN_ROWS);
    }

    private static String fragment() {
        return (String) Browser.run("return location.hash");
    }

    @Test
    void typingFiltersRowsAndSections() {
        Browser.open(page, "", 1280, "light");
        var all = rows();
        element("#find").sendKeys("LKT_MA lkt_m_ba");
        assertEquals(List.of("possible deadlock in lkt_m_ba"), rows(), "a lock class and a function, in any case");
        assertEquals(1, Browser.texts(SHOWN_SECTIONS).size());
        assertEquals("1 of " + all.size(), element("#count").getText());
        assertEquals("#find=LKT_MA+lkt_m_ba", fragment());
        element("#find").clear();
        element("#find").sendKeys("kernel/workqueue.c __flush_work");
        assertEquals(
                List.of("KCSAN: data-race in __flush_work / __flush_work"),
                rows(),
                "a file and a function, both of them");
        element("#clear").click();
        assertEquals(all, rows());
        assertEquals("", fragment());
    }

    @Test
    void kindFilters() {
        Browser.open(page, "", 1280, "light");
        var all = rows();
        element("#kind").sendKeys("lockdep-irq-order");
        assertEquals(List.of("possible deadlock in lkt_sa_irq"), rows());
        assertEquals("#kind=lockdep-irq-order", fragment());
        assertTrue(all.size() > 5);
        assertEquals(0, Browser.number("return document.querySelectorAll('#state, .state').length"), "no baseline");
    }

    @Test
    void stateFilters() {
        Browser.open(Pages.compared(dir), "", 1280, "light");
        assertEquals(4, rows().size());
        for (var state : Pages.TITLES.entrySet()) {
            choose("state", state.getKey());
            assertEquals(List.of(state.getValue()), rows());
            assertEquals("#state=" + state.getKey(), fragment());
            assertEquals(
                    state.getKey().equals("stale") ? 0 : 1,
                    Browser.texts(SHOWN_SECTIONS).size(),
                    "nothing was seen of a stale one");
        }
        choose("kind", "kcsan-data-race");
        assertEquals(List.of(), rows(), "the only race is not stale");
        assertEquals("#kind=kcsan-data-race&state=stale", fragment());
    }

    @Test
    void aLinkShowsWhatItsSenderSaw() {
        Browser.open(page, "#find=lkt&kind=lockdep-circular-dependency", 1280, "light");
        assertEquals(List.of("possible deadlock in lkt_m_ba"), rows());
        assertEquals("lkt", element("#find").getAttribute("value"));
        Browser.run("location.hash = '#find=__flush_work'");
        var pause = System.nanoTime();
        while (rows().size() != 1 || !rows().get(0).contains("__flush_work")) {
            assertTrue(System.nanoTime() - pause < 5_000_000_000L, () -> "still " + rows());
        }
    }

    @Test
    void aPermalinkLeadsToItsBugWithTheFilterKept() {
        Browser.open(page, "", 1280, "light");
        element("#find").sendKeys("lkt_m");
        element(".bugs tbody tr:not([hidden]) .title a").click();
        var id = Browser.texts(SHOWN_SECTIONS).get(0);
        assertEquals("#find=lkt_m&bug=" + id, fragment());
        assertEquals(id, Browser.run("return document.activeElement.id"));
        Browser.open(page, "#" + id, 1280, "light");
        assertEquals(
                1L,
                Browser.number("return Math.abs(document.getElementById('" + id
                        + "').getBoundingClientRect().top) < 60 ? 1 : 0"),
                "it is at the top of the window");
        assertEquals("#" + id, fragment());
        assertEquals("#" + id, element("#" + id + " .facts .code a").getDomAttribute("href"));
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var browser = Browser.open(page, "", 1280, "light");
        element("body").sendKeys(Keys.TAB);
        assertEquals("To the bugs", browser.switchTo().activeElement().getText());
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("bugs", browser.switchTo().activeElement().getDomAttribute("id"));
        element("body").sendKeys("/");
        assertEquals("find", browser.switchTo().activeElement().getDomAttribute("id"));
        browser.switchTo().activeElement().sendKeys("lkt_ma");
        while (!"A".equalsIgnoreCase(browser.switchTo().activeElement().getTagName())) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        assertNotEquals("none", Browser.run("return getComputedStyle(document.activeElement).outlineStyle"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals(1L, Browser.number("return document.activeElement.classList.contains('bug') ? 1 : 0"));
        while (!"SUMMARY".equalsIgnoreCase(browser.switchTo().activeElement().getTagName())) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals(1L, Browser.number("return document.activeElement.parentElement.open ? 1 : 0"));
    }

    @Test
    void whereTheKeyboardIsCanBeSeen() {
        var browser = Browser.open(page, "", 1280, "light");
        var stops = 0;
        element("body").sendKeys(Keys.TAB);
        for (var at = browser.switchTo().activeElement();
                at.getDomAttribute("data-reached") == null && !"body".equalsIgnoreCase(at.getTagName());
                at = browser.switchTo().activeElement()) {
            assertEquals("", Browser.run("""
                    const at = document.activeElement;
                    at.dataset.reached = 'true';
                    const box = at.getBoundingClientRect();
                    const isSeen = getComputedStyle(at).outlineStyle !== 'none' && box.width > 1 && box.height > 1
                        && box.bottom > 0 && box.top < innerHeight;
                    return isSeen ? '' : at.outerHTML.slice(0, 200);
                    """));
            at.sendKeys(Keys.TAB);
            stops++;
        }
        assertTrue(stops > 50, stops + " stops");
    }

    @Test
    void aTextUnfoldsAndIsCopied() {
        var browser = Browser.open(page, "", 1280, "light");
        browser.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        var text = element(".bug details.text");
        assertFalse(text.findElement(By.tagName("pre")).isDisplayed());
        text.findElement(By.tagName("summary")).click();
        assertTrue(text.findElement(By.tagName("pre")).isDisplayed());
        text.findElement(By.className("copy")).click();
        var copied = browser.executeAsyncScript(
                "const done = arguments[0]; setTimeout(() => navigator.clipboard.readText().then(done, f => done('' + f)), 200)");
        assertEquals(Browser.run("return document.querySelector('.bug details.text pre').textContent"), copied);
        assertEquals("Copied", text.findElement(By.className("copy")).getText());
    }

    @Test
    void withoutScriptsEverythingIsThere() {
        Browser.driver();
        try {
            Browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            Browser.open(page, "", 1280, "light");
            assertFalse(element(".filter").isDisplayed());
            assertFalse(element(".copy").isDisplayed());
            assertTrue(element(".explanation").isDisplayed());
        } finally {
            Browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }
}
