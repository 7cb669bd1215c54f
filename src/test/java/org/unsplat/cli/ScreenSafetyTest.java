package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Show and graph before hostile names, on terminals, and over several reports; what is generated. */
class ScreenSafetyTest {

    private static final String EVIL =
            "<script>alert(1)</script></pre>\"];x[\\n%5\u001b[31m\u202e\u2066|`${x}&lt;&#35;#quot;]]>::error::%0A";

    private static final String SCREENS = "src/test/resources/screen/";

    private static String reportOf(String name) {
        var json = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u001b", "\\u001b");
        return """
                {"schema_version": "1.0", "reports": [{"id": "r1", "kind": "lockdep-circular-dependency", "family": "lockdep",
                 "title": "possible deadlock in @", "headline": "WARNING: possible circular locking dependency detected",
                 "where": {"input": "@", "lines": [1, 9]}, "complete": false,
                 "problems": [{"code": "missing-part", "line": 3, "message": "@"}], "unparsed": [], "foreign": [],
                 "explanation": "@ waits", "system": {"kernel": "@", "comm": "@", "pid": 1},
                 "lockdep": {"task": {"comm": "@", "pid": 1}, "action": "acquire",
                  "acquiring": {"class": "@", "name": "@"}, "holding": [{"class": "b@", "name": "b"}],
                  "held": [{"task": {"comm": "@", "pid": 1}, "declared": 2, "locks": [{"index": 0, "class": "@",
                   "at": {"function": "@", "file": "@", "line": 2, "inline": false, "reliable": true}}]}],
                  "chain": [
                  {"index": 1, "lock": {"class": "b@"}, "stack": [{"function": "f@", "file": "@", "line": 1, "module": "@",
                    "inline": false, "reliable": true}]},
                  {"index": 0, "lock": {"class": "@"}, "stack": []}]},
                 "fingerprints": {}, "fingerprint_inputs": {}}]}
                """.replace("@", json);
    }

    private static Cli.Result run(String input, String... command) {
        var result = Cli.run(input.getBytes(StandardCharsets.UTF_8), command);
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result;
    }

    @Test
    void hostileNamesAreText() {
        for (var command :
                new String[][] {{"show"}, {"show", "-v", "--width=200"}, {"graph"}, {"graph", "--format=mermaid"}}) {
            var out = run(reportOf(EVIL), command).out();
            assertTrue(out.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), out);
        }
        assertTrue(run(reportOf(EVIL), "show").out().contains("\\x1b[31m\\u202e\\u2066"), "escapes show");
        var mermaid = run(reportOf(EVIL), "graph", "--format=mermaid").out();
        assertFalse(mermaid.contains("<script") || mermaid.contains("</pre") || mermaid.contains("`"), mermaid);
    }

    /** Names of source files too, which a log could not spell so freely. */
    @Test
    void hostileNamesAreTextInXmlAndMarkdown(@TempDir Path dir) throws Exception {
        var xml = dir.resolve("junit.xml");
        var markdown = dir.resolve("summary.md");
        assertEquals(
                1,
                Cli.run(
                                reportOf(EVIL).getBytes(StandardCharsets.UTF_8),
                                "check",
                                "-",
                                "--junit",
                                xml.toString(),
                                "--markdown",
                                markdown.toString())
                        .status());
        var failure = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("failure")
                .item(0);
        assertTrue(failure.getTextContent().contains("<script>alert(1)</script></pre>"), failure.getTextContent());
        for (var form : List.of(xml, markdown)) {
            var text = Files.readString(form);
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), text);
            // The screen's own end is the last but one line
            var others = text.replace("\n</pre>\n\n</details>\n", "");
            assertFalse(others.contains("<script") || others.contains("</pre"), text);
        }
    }

    /** A pipe gets what parses to the same report, a terminal what is safe to look at. */
    @Test
    void cleanShowsHostileNamesSafely() {
        var input = reportOf(EVIL).getBytes(StandardCharsets.UTF_8);
        for (var command : new String[][] {{"clean", "-"}, {"clean", "--trim", "-"}}) {
            var piped = Cli.run(input, command).out();
            assertTrue(piped.contains("\u001b[31m\u202e\u2066"), piped);
            var out = new ByteArrayOutputStream();
            var streams = new Streams(
                    new ByteArrayInputStream(input),
                    out,
                    new PrintStream(new ByteArrayOutputStream()),
                    false,
                    new Terminal(true, false, Map.of()));
            assertEquals(0, new Program(streams).run(command));
            var shown = out.toString(StandardCharsets.UTF_8);
            assertTrue(shown.contains("\\x1b[31m\\u202e\\u2066"), shown);
            assertTrue(shown.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), shown);
        }
    }

    @Test
    void graphvizDrawsEvenHostileNames() throws IOException, InterruptedException {
        Assumptions.assumeTrue(dot("digraph g { a -> b }") != null, "Graphviz is not installed");
        var svg = dot(run(reportOf(EVIL), "graph").out());
        assertTrue(svg.contains("&lt;script&gt;") && svg.contains("&amp;lt;") && !svg.contains("<script"), svg);
    }

    /** The picture, null where there is no dot, empty where it complains. */
    private static String dot(String graph) throws InterruptedException {
        try {
            var process = new ProcessBuilder("dot", "-Tsvg").start();
            try (var in = process.getOutputStream()) {
                in.write(graph.getBytes(StandardCharsets.UTF_8));
            }
            var svg = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? svg : "";
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void theUnionCountsReports() {
        var one = Cli.run("graph", SCREENS + "circle.log").out();
        var two = Cli.run("graph", SCREENS + "circle.log", SCREENS + "cut.log", SCREENS + "circle.log")
                .out();
        assertTrue(one.contains("n1 -> n2 [label=\"lkt_m_ab\"]"), one);
        assertTrue(two.contains("n1 -> n2 [label=\"lkt_m_ab\\n2 reports\"]"), two);
        assertTrue(two.contains("n4 -> n1 [label=\"lkt_m_da\\n3 reports\", color"), two);
        assertEquals("flowchart LR\n", Cli.run("graph", "--format=mermaid").out());
    }

    /** Whether it takes the lock now or took it before. */
    @Test
    void anInterruptIsNamedAfterWhatTakesTheLockInIt() {
        var before = Cli.run("graph", "samples/lockdep/inconsistent-state/6.12-x86_64-hardirq.log")
                .out();
        assertTrue(before.contains("n1 -> n1 [label=\"interrupt: lkt_sa_irq\""), before);
        var now = Cli.run("graph", SCREENS + "inconsistent.log").out();
        assertTrue(now.contains("n1 -> n1 [label=\"interrupt: lkt_sa_irq\""), now);
    }

    @Test
    void incompleteReportsSaySo() {
        var out = run(reportOf("x"), "show").out();
        assertTrue(out.contains("incomplete: x (line 3)") && out.contains("1 of 2 printed"), out);
    }

    @Test
    void terminalsAreAskedForColourAndWidth() {
        assertEquals(80, new Terminal(true, true, Map.of()).width());
        assertEquals(132, new Terminal(true, true, Map.of("COLUMNS", "132")).width());
        assertEquals(40, new Terminal(true, true, Map.of("COLUMNS", "3")).width());
        assertEquals(80, new Terminal(true, true, Map.of("COLUMNS", "wide")).width());
        assertTrue(new Terminal(true, false, Map.of("TERM", "xterm")).colour());
        assertFalse(new Terminal(true, true, Map.of("NO_COLOR", "1")).colour());
        assertFalse(new Terminal(true, true, Map.of("TERM", "dumb")).colour());
        assertFalse(new Terminal(false, true, Map.of()).colour());
        assertTrue(ColorChoice.always.of(Terminal.NONE));
        assertFalse(ColorChoice.never.of(new Terminal(true, true, Map.of())));
    }

    @Test
    void badWidthsAndFormsAreUsageErrors() {
        assertEquals(2, Cli.run("show", "--width", "10").status());
        assertEquals(2, Cli.run("show", "--color", "maybe").status());
        assertEquals(2, Cli.run("graph", "--format", "png").status());
        assertTrue(Cli.run("graph", "--format", "png").err().contains("expected dot or mermaid, found 'png'"));
        assertTrue(Cli.run("show", "--width", "wide").err().contains("expected a number, found 'wide'"));
    }

    @Test
    void whatCompletionsOfferIsAccepted(@TempDir Path dir) throws IOException {
        var log = Files.writeString(dir.resolve("a.log"), "[    1.000000] lkt: loaded\n")
                .toString();
        var options = Pattern.compile("__fish_seen_subcommand_from (\\w+)'.* -l ([a-z-]+) -x -a '([^']+)'")
                .matcher(Cli.run("generate", "fish").out());
        var offered = new ArrayList<String>();
        while (options.find()) {
            if (options.group(1).equals("bisect")) {
                // It always says why, and its kinds are those of the others
                continue;
            }
            for (var value : options.group(3).split(" ")) {
                offered.add(value);
                var command = new ArrayList<>(List.of(options.group(1), "--" + options.group(2), value, log));
                if (command.get(0).equals("diff")) {
                    command.add(log);
                }
                assertEquals("", Cli.run(command.toArray(String[]::new)).err());
            }
        }
        assertTrue(
                offered.containsAll(List.of("json", "jsonl", "text", "new", "any", "none", "auto", "dot", "mermaid")),
                offered.toString());
        assertTrue(Cli.run("generate", "bash").out().contains("\"new\" \"any\" \"none\""));
    }

    @Test
    void whatIsGeneratedKnowsEveryCommand() {
        for (var what : new String[] {"bash", "zsh", "fish", "man"}) {
            var text = Cli.run("generate", what).out();
            for (var command : new String[] {"parse", "show", "clean", "graph", "schema", "kinds"}) {
                assertTrue(text.contains(command), what + " lacks " + command);
            }
            assertFalse(text.contains("generate man"), what + " has what is hidden");
        }
        assertTrue(Cli.run("generate", "man", "--command", "show").out().contains("[OPTION]... [FILE|DIR|\\-]...\n"));
        assertTrue(Cli.run("generate", "man", "--command", "show").out().contains(".B \\-\\-color WHEN"));
        var program = Cli.run("generate", "man").out();
        var titles = new int[] {
            program.indexOf(".SH \"EXIT STATUS\""),
            program.indexOf(".SH \"ENVIRONMENT\""),
            program.indexOf(".SH \"FILES\""),
            program.indexOf(".SH \"EXAMPLES\"")
        };
        assertTrue(titles[0] > 0, program);
        assertArrayEquals(Arrays.stream(titles).sorted().toArray(), titles, program);
        for (var command : List.of("parse", "show", "check", "diff", "clean", "graph")) {
            var page = Cli.run("generate", "man", "--command", command).out();
            assertTrue(page.contains(".SH \"FILES\"\n.TP\n.B inputs\n"), page);
        }
        assertEquals(2, Cli.run("generate", "man", "--command", "nothing").status());
        assertFalse(Cli.run("--help").out().contains("generate"));
    }
}
