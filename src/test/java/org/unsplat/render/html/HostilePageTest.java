package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.logging.LogType;

/** Names that try to be more than text: they are text wherever they stand, and the page asks nobody for anything. */
class HostilePageTest {

    private static final String EVIL = "</script><script>document.title='owned'</script></style></title><img src=x"
            + " onerror=document.title='owned'>]]>--><svg onload=document.title='owned'>\" onfocus=document.title='owned'"
            + " autofocus x='${7*7}\u202e\u2066\u001b[31m";

    private static final String ADDRESS = "javascript:document.title='owned'";

    @TempDir
    private Path dir;

    private static String reportOf(String name) {
        var json = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u001b", "\\u001b");
        return """
                {"schema_version": "1.0", "reports": [{"id": "r1", "kind": "lockdep-circular-dependency", "family": "lockdep",
                 "title": "possible deadlock in @", "headline": "WARNING: possible circular locking dependency detected",
                 "where": {"input": "@", "lines": [1, 9]}, "complete": false,
                 "origin": {"subject": "@", "message_id": "@", "syzbot_id": "@", "list": "@",
                  "tree": "JS", "config": "data:text/html,@", "log": "https://example.org/@", "reproducers": ["JS"],
                  "links": ["JS", "vbscript:@", "//example.org/", "https://example.org/a?b=c#d"], "fixes": ["@"]},
                 "problems": [{"code": "missing-part", "line": 3, "message": "@"}], "unparsed": [], "foreign": [],
                 "explanation": "@ waits", "system": {"kernel": "@", "comm": "@", "pid": 1},
                 "lockdep": {"task": {"comm": "@", "pid": 1}, "action": "acquire",
                  "acquiring": {"class": "@", "name": "@"}, "holding": [{"class": "b@", "name": "b"}],
                  "scenario": {"title": "@", "steps": [{"cpu": 0, "op": "@", "lock": "@"}]},
                  "held": [{"task": {"comm": "@", "pid": 1}, "declared": 2, "locks": [{"index": 0, "class": "@",
                   "at": {"function": "@", "file": "@", "line": 2, "inline": false, "reliable": true}}]}],
                  "chain": [
                  {"index": 1, "lock": {"class": "b@"}, "stack": [{"function": "f@", "file": "JS", "line": 1, "module": "@",
                    "inline": false, "reliable": true}]},
                  {"index": 0, "lock": {"class": "@"}, "stack": []}]},
                 "fingerprints": {"site/1": "@"}, "fingerprint_inputs": {}}]}
                """.replace("@", json).replace("JS", ADDRESS);
    }

    private Path hostile() {
        return Pages.show(
                dir.resolve("hostile.html"),
                reportOf(EVIL),
                "--source-url",
                "https://git.example.org/{file}?h={kernel}#n{line}");
    }

    @Test
    void everyNameIsTextInTheFile() throws IOException {
        var text = Files.readString(hostile());
        assertEquals(1, Pattern.compile("<script").matcher(text).results().count());
        assertFalse(text.contains("<img"), "no element of theirs");
        assertTrue(text.contains("\\u202e\\u2066\\x1b[31m"), "what turns letters is told, not done");
        assertFalse(Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\x1b]")
                .matcher(text)
                .find());
    }

    @Test
    void nothingOfThemRunsLoadsOrLinks() {
        var browser = Browser.driver();
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.manage().logs().get(LogType.BROWSER);
        Browser.open(hostile(), "", 1280, "light");
        assertTrue(browser.getTitle().startsWith("1 bug"), browser.getTitle());
        assertEquals(0, Browser.number("return document.querySelectorAll('img, iframe, object, embed').length"));
        assertEquals(1, Browser.number("return document.scripts.length"));
        assertEquals(
                0,
                Browser.number("return [...document.querySelectorAll('*')].filter(each => [...each.attributes].some("
                        + "own => own.name.startsWith('on') || own.name === 'style')).length"));
        assertEquals(
                List.of(),
                Browser.texts("return [...document.links].map(each => each.href)"
                        + ".filter(each => !/^(https?:\\/\\/|file:.*#)/.test(each))"));
        assertEquals(
                1,
                Browser.number(
                        "return [...document.links].filter(e => e.href === 'https://example.org/a?b=c#d').length"));
        assertNoRequests();
    }

    /** Neither the page itself nor Chromium's own log of the network knows of any. */
    private static void assertNoRequests() {
        assertEquals(0, Browser.number("return performance.getEntriesByType('resource').length"));
        var asked = Browser.driver().manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .filter(message -> !Pattern.compile("\"url\":\"(?:file:[^\"]*hostile\\.html|about:blank|data:,)")
                        .matcher(message)
                        .find())
                .toList();
        assertEquals(List.of(), asked);
        var told = Browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
        assertEquals(List.of(), told, "neither faults nor violations of the policy");
    }

    @Test
    void thePolicyHolds() {
        Browser.open(hostile(), "", 1280, "light");
        var found = Browser.driver().executeAsyncScript("""
                const done = arguments[0];
                const told = [];
                document.addEventListener('securitypolicyviolation', each => told.push(each.effectiveDirective));
                for (const details of document.querySelectorAll('details')) details.open = true;
                for (const link of document.links) link.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
                const before = told.length;
                const script = document.createElement('script');
                script.textContent = "document.title = 'owned'";
                document.body.append(script);
                const image = document.createElement('img');
                image.src = 'https://example.org/a.png';
                document.body.append(image);
                document.body.setAttribute('style', 'color: red');
                setTimeout(() => done([before, document.title, ...told].join(' ')), 300);
                """);
        assertTrue(found.toString().startsWith("0 1 bug"), found.toString());
        for (var directive : List.of("script-src-elem", "img-src", "style-src-attr")) {
            assertTrue(found.toString().contains(directive), directive + " must refuse: " + found);
        }
    }

    @Test
    void longNamesStayWithinThePage() {
        var page = Pages.show(dir.resolve("long.html"), reportOf("n".repeat(10_000)));
        for (int width : List.of(360, 1280, 2000)) {
            Browser.open(page, "", width, "light");
            assertEquals(List.of(), Browser.tooWide(width));
        }
        assertEquals(
                0,
                Browser.number(
                        "return [...document.querySelectorAll('svg text')].filter(e => e.getBBox().width > 400).length"));
    }
}
