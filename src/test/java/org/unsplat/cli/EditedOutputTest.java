package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The output of parse, edited or of nobody's making, is read or refused, and never makes a command stumble. */
class EditedOutputTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final List<List<String>> COMMANDS = List.of(
            List.of("show", "-v", "-"),
            List.of("clean", "-"),
            List.of("clean", "--trim", "-"),
            List.of("graph", "-"),
            List.of("check", "-"));

    private static final Map<String, String> FILE = Map.of(
            "RACE",
            "kcsan/data-race/6.12-x86_64-marked-write",
            "BAD",
            "lockdep/bad-unlock-balance/made-up-4.4",
            "ORDER",
            "lockdep/irq-order/6.1-x86_64-read");

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Object within, String... path) {
        var value = within;
        for (var name : path) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(name)) : ((Map<?, ?>) value).get(name);
        }
        return (Map<String, Object>) value;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "gone",
            value = {
                "RACE, race/value_changed, flipped, gone, a member flipped",
                "RACE, race/value_changed, flipped, 'x', hexadecimal with 0x",
                "RACE, where, input, gone, a member input",
                "ORDER, lockdep/task/irq, hardirq, [], two numbers each",
                "ORDER, lockdep/task/irq, softirq, [1], two numbers each",
                "BAD, lockdep, acquiring, gone, a member acquiring",
                "BAD, lockdep/acquiring, class, gone, a member class",
                "ORDER, lockdep/held/0/locks/0, address, 'x', hexadecimal with 0x",
                "ORDER, lockdep/dependencies/0/locks/0, depth, -1, a depth from 0",
                "ORDER, lockdep/became_safe, state, gone, a member state"
            })
    void whatCannotBeIsRefused(String sample, String path, String name, String value, String expected)
            throws IOException {
        var document =
                JSON.readValue(Files.readAllBytes(Path.of("samples", FILE.get(sample) + ".json")), LinkedHashMap.class);
        var report = member(document, "reports", "0");
        var edited = member(report, path.split("/"));
        assertTrue(edited.containsKey(name), edited.toString());
        if (value == null) {
            edited.remove(name);
        } else {
            edited.put(
                    name, value.startsWith("[") || value.startsWith("-") ? JSON.readValue(value, Object.class) : value);
        }
        for (var command : COMMANDS) {
            var result = Cli.run(JSON.writeValueAsBytes(document), command.toArray(String[]::new));
            assertFalse(result.err().contains("internal error"), result.err());
            assertTrue(result.err().contains(expected), result.err());
            assertEquals(Exit.FAILED, result.status());
        }
    }
}
