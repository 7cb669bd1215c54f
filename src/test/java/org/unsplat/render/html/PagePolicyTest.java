package org.unsplat.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unsplat.cli.Cli;

/** What the page allows itself, and where its links lead. */
class PagePolicyTest {

    private static final String TREE = "https://git.example.org/tree/{file}?h={kernel}#n{line}";

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String hash(String text) throws Exception {
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }

    @Test
    void thePolicyNamesTheStyleAndTheScriptByTheirHashes(@TempDir Path dir) throws Exception {
        var text = Files.readString(Pages.check(dir.resolve("a.html"), "samples/kcsan/data-race"));
        var policy = between(text, "content=\"default-src", "\">").replace("&#39;", "'");
        assertEquals(
                " 'none'; img-src data:; style-src " + hash(between(text, "<style>", "</style>")) + "; script-src "
                        + hash(between(text, "<script>", "</script>")) + "; base-uri 'none'; form-action 'none'",
                policy);
        assertEquals(
                0,
                Pattern.compile("\\s(?:style|on\\w+)=\"")
                        .matcher(text)
                        .results()
                        .count());
    }

    @Test
    void theSameInputGivesTheSameBytes(@TempDir Path dir) throws IOException {
        var one = Files.readString(Pages.check(dir.resolve("a.html"), "samples/lockdep/circular-dependency"));
        var two = Files.readString(Pages.check(dir.resolve("b.html"), "samples/lockdep/circular-dependency"));
        assertEquals(one, two);
    }

    @Test
    void aKernelBecomesTheTagOfItsSources() {
        assertEquals("v6.12", SourceLinks.tag("6.12.0"));
        assertEquals("v6.12", SourceLinks.tag("6.12.0+"));
        assertEquals("v6.12.117", SourceLinks.tag("6.12.117"));
        assertEquals("v6.11-rc3", SourceLinks.tag("6.11.0-rc3-syzkaller-00321-g810996a36309"));
        assertEquals("v4.4.155", SourceLinks.tag("4.4.155-generic"));
        assertEquals("v7.2-rc2", SourceLinks.tag("7.2.0-rc2-next-20260708"));
        assertNull(SourceLinks.tag("syzkaller"));
        assertNull(SourceLinks.tag(null));
    }

    @Test
    void aPlaceLeadsToItsLine() {
        var links = SourceLinks.of(TREE);
        assertEquals(
                "https://git.example.org/tree/net/core/dev.c?h=v6.12#n7",
                links.of("/home/a/linux/net/core/dev.c", 7, "6.12.0"));
        assertEquals(
                "https://git.example.org/tree/a%20%3F%23%22%7Bline%7D.c?h=v6.12#n7",
                links.of("a ?#\"{line}.c", 7, "6.12.0"));
        assertEquals("https://git.example.org/tree/b.c?h=v6.12#n7", links.of("../../b.c", 7, "6.12.0"));
        assertNull(links.of("a.c", 7, "strange"), "no link is better than one to another version");
        assertNull(links.of("a.c", null, "6.12.0"));
        assertNull(SourceLinks.NONE.of("a.c", 7, "6.12.0"));
    }

    @Test
    void onlyTemplatesOfTheWebAreTaken() {
        for (var bad : List.of(
                "javascript:alert({file})",
                "ftp://example.org/{file}",
                "//example.org/{file}",
                "https://{file}/a",
                "https://example.org.{kernel}/{file}",
                "https://user@example.org/{file}",
                "https://example.org/a",
                "{file}",
                "https://example.org/ {file}",
                "")) {
            assertThrows(IllegalArgumentException.class, () -> SourceLinks.of(bad), bad);
            var result = Cli.run("show", "--format", "html", "--source-url", bad, "-");
            assertEquals(2, result.status(), bad);
            assertTrue(result.err().contains("--source-url: expected an address"), result.err());
        }
        assertEquals(2, Cli.run("show", "--source-url", TREE, "-").status(), "there is no page");
        assertEquals(2, Cli.run("check", "--source-url", TREE, "-").status(), "there is no page");
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() {
        for (var good : List.of("http://a.example", "https://a.example:8080/b?c=%20#d", "HTTPS://A.EXAMPLE/")) {
            assertEquals(good, WebLink.of(good));
        }
        for (var bad : List.of(
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                " https://a.example",
                "https:a.example",
                "https:///a",
                "https://a.example/<b>",
                "https://a.example/\"b",
                "https://a.example@b.example/",
                "https://a.example/\u202e",
                "data:text/html,a")) {
            assertNull(WebLink.of(bad), bad);
        }
        assertEquals("https://a.example/%2F..%2F%3Cb%3E", WebLink.ofPart("https://a.example/", "/../<b>"));
    }
}
