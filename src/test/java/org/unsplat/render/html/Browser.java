package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium that is installed, started once for all tests. Where there is none they are skipped, but in CI they fail. */
final class Browser {

    private static final Path CHROMIUM = first("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String MISSING =
            "no " + CHROMIUM + " and " + DRIVER + ": apt-get install chromium chromium-driver";

    private static ChromeDriver driver;

    private Browser() {}

    private static Path first(String... paths) {
        return Stream.of(paths)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(paths[0]));
    }

    static synchronized ChromeDriver driver() {
        var isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(isThere, MISSING);
        }
        assumeTrue(isThere, MISSING);
        if (driver == null) {
            driver = start();
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        }
        return driver;
    }

    private static ChromeDriver start() {
        var logs = new LoggingPreferences();
        logs.enable("performance", Level.ALL);
        logs.enable("browser", Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(DRIVER.toString()))
                        .build(),
                options);
    }

    /** Loads a page anew, at that width and in that scheme, {@code light} or {@code dark}. */
    static ChromeDriver open(Path page, String fragment, int width, String scheme) {
        var browser = driver();
        look(width, scheme);
        browser.get("about:blank");
        browser.get(page.toUri() + fragment);
        return browser;
    }

    static void look(int width, String scheme) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    static Object run(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    static long number(String script, Object... arguments) {
        return ((Number) run(script, arguments)).longValue();
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(String script, Object... arguments) {
        return (List<String>) run(script, arguments);
    }

    /** What makes the page scroll sideways at that width; nothing where it does not. */
    static List<String> tooWide(int width) {
        return texts("""
                if (document.documentElement.scrollWidth <= arguments[0]) return [];
                const far = [...document.querySelectorAll('body *')].filter(each => !each.closest('.scroll *')
                    && each.getBoundingClientRect().right > arguments[0]);
                return ['' + document.documentElement.scrollWidth, ...far.map(each => each.outerHTML.slice(0, 120))];
                """, width);
    }

    /** What axe finds wrong, a line each. */
    @SuppressWarnings("unchecked")
    static List<String> violations() {
        run(axe());
        return (List<String>) driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                    result => done(result.violations.flatMap(each => each.nodes.map(
                        node => each.id + ': ' + node.html.slice(0, 150) + ' ' + node.failureSummary))),
                    fault => done(['axe: ' + fault]));
                """);
    }

    private static String axe() {
        try (var stream = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
