package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.triage.SampleReports;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What jq and its like make of the output of parse is still that, and never a log in which nothing is found. */
class JqTest {

    private static final ObjectMapper PLAIN = JsonMapper.builder().build();
    private static final ObjectMapper SORTING = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @TempDir
    private Path dir;

    private String log;
    private Map<?, ?> document;

    @BeforeEach
    void parse() throws IOException {
        log = Files.writeString(
                        dir.resolve("a.log"),
                        SampleReports.RACE + SampleReports.circular("task_a/41", "toy_a", "toy_b"))
                .toString();
        document = PLAIN.readValue(Cli.run("parse", "--with-text", log).out(), Map.class);
    }

    private List<?> reports() {
        return (List<?>) document.get("reports");
    }

    private static void assertFound(int count, String json) {
        var result = Cli.run(json.getBytes(StandardCharsets.UTF_8), "check", "-");
        assertEquals("", result.err(), json);
        assertEquals(Exit.NEW_FOUND, result.status(), json);
        assertTrue(result.out().contains(count + " new, "), result.out());
    }

    @Test
    void aSortedDocumentIsRead() {
        assertFound(2, SORTING.writeValueAsString(document));
        assertFound(2, SORTING.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    @Test
    void reportsAloneAreRead() {
        assertFound(2, PLAIN.writeValueAsString(reports()));
        assertFound(2, SORTING.writerWithDefaultPrettyPrinter().writeValueAsString(reports()));
        assertFound(2, reports().stream().map(SORTING::writeValueAsString).collect(Collectors.joining("\n")));
        assertFound(2, PLAIN.writeValueAsString(Map.of("reports", reports())));
    }

    @Test
    void sortedLinesAreRead() {
        assertFound(2, sortedLines(log));
        assertEquals(
                "0 new, 0 expired, 0 known, 0 stale: 0 reports in 1 input\n",
                Cli.run(sortedLines("/dev/null").getBytes(StandardCharsets.UTF_8), "check", "-")
                        .out());
        var failed =
                Cli.run(sortedLines(dir.resolve("gone.log").toString()).getBytes(StandardCharsets.UTF_8), "check", "-");
        assertEquals(Exit.FAILED, failed.status());
        assertTrue(failed.err().contains("gone.log: cannot be read"), failed.err());
    }

    private static String sortedLines(String input) {
        return Cli.run("parse", "--format", "jsonl", input)
                .out()
                .lines()
                .map(line -> SORTING.writeValueAsString(PLAIN.readValue(line, Map.class)))
                .collect(Collectors.joining("\n"));
    }

    /** As where somebody chooses members in an order of their own. */
    @Test
    void anyMemberOfAReportMayBeFirst() {
        for (var report : reports()) {
            for (var member : ((Map<?, ?>) report).entrySet()) {
                var turned = new LinkedHashMap<Object, Object>();
                turned.put(member.getKey(), member.getValue());
                turned.putAll((Map<?, ?>) report);
                assertFound(1, PLAIN.writeValueAsString(turned));
                assertFound(1, PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(turned));
            }
        }
    }

    @Test
    void anyMemberOfADocumentMayBeFirst() {
        for (var member : document.entrySet()) {
            if (!member.getKey().equals("diagnostics")) {
                var turned = new LinkedHashMap<Object, Object>();
                turned.put(member.getKey(), member.getValue());
                turned.putAll(document);
                assertFound(2, PLAIN.writeValueAsString(turned));
            }
        }
    }

    /** Of other tools, found beside the logs: nothing to complain of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"7\", \"text\": \"x\"}",
                "{\"type\": \"log\"}",
                "{\"reports\": []}",
                "{\"summary\": {\"total\": 1}}",
                "{\"tool\": {\"name\": \"other\"}}",
                "{\"kind\": \"Event\"}",
                "{\"title\": \"x\", \"body\": \"y\"}",
                "{\"code\": 7, \"level\": 1}",
                "{\"level\": \"error\", \"code\": \"ECONNRESET\"}",
                "{\"diagnostics\": []}",
                "{\"backtrace\": [\"f\"]}",
                "{\"bytes\": 1}",
                "[]",
                "{}",
                "[{}]",
                "{\"system\": {\"x\": 1}}"
            })
    void otherJsonIsALog(String json) {
        var result = Cli.run(json.getBytes(StandardCharsets.UTF_8), "check", "-");
        var warning =
                "unsplat: stdin: no line looks like a kernel's, so it shows nothing of a run: give the console's log\n";
        assertEquals(new Cli.Result(0, "0 new, 0 expired, 0 known, 0 stale: 0 reports in 1 input\n", warning), result);
    }
}
