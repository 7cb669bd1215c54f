package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** Records in JSON, as {@code journalctl -o json}, {@code dmesg --json}, LAVA and containers write them. */
class JsonRecordsTest {

    private final Limits limits = new Limits();

    private RecordingLayer through(String text) {
        return RecordingLayer.through(next -> new JsonRecords(limits, next), text.split("\n"));
    }

    /** The texts, with a slash in between. */
    private String texts(String text) {
        return String.join("/", through(text).texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"MESSAGE\":\"a\"} | a",
                "{\"msg\":\"a\\nb\"} | a/b",
                "{\"message\":\"a \"} | a",
                "{\"log\":\"a\"} | a",
                "{\"line\":\"a\"} | a",
                "{\"log\":\"a\",\"msg\":\"b\"} | b",
                "\t {\"msg\":\"a\"} | a",
                "\u001e{\"msg\":\"a\"} | a",
                "- {msg: a} | a",
                "{\"text\":\"a\"} | {\"text\":\"a\"}",
                "x {\"msg\":\"a\"} | x {\"msg\":\"a\"}",
                "- a | - a",
                // A log in another member is not hidden by a short message
                "{\"msg\":\"a\",\"x\":\"b\\nc\\nd\\ne\\nf\\ng\\nh\\ni\"} | {\"msg\":\"a\",\"x\":\"b\\nc\\nd\\ne\\nf\\ng\\nh\\ni\"}",
                // Those of journald that are not the kernel's
                "{\"_TRANSPORT\":\"stdout\",\"SYSLOG_IDENTIFIER\":\"init\",\"MESSAGE\":\"a\\nb\"} | init: a/init: b",
                "{\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"init\",\"MESSAGE\":\"a\"} | a",
                // LAVA's own lines
                "{\"dt\": \"2024-01-01T00:00:00\", \"lvl\": \"target\", \"msg\": \"a\"} | a",
                "{\"dt\": \"2024-01-01T00:00:00\", \"lvl\": \"feedback\", \"msg\": \"a\"} | a",
                "{\"dt\": \"2024-01-01T00:00:00\", \"lvl\": \"debug\", \"msg\": \"a\"} | ``",
                "{\"lvl\": \"debug\", \"msg\": \"a\"} | a",
                // dmesg --json, on one line
                "{\"dmesg\": [{\"pri\":4,\"msg\":\"a {\"}, {\"pri\":4,\"msg\":\"b\"}]} | a {/b",
                "{\"dmesg\": []} | ``",
            })
    void anObjectOnALineIsItsMessage(String line, String texts) {
        assertEquals(texts, texts(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"_SOURCE_MONOTONIC_TIMESTAMP\":\"12345678\",\"__MONOTONIC_TIMESTAMP\":\"99\",\"MESSAGE\":\"a\"}"
                        + " | 12.345678 | - | -",
                "{\"__MONOTONIC_TIMESTAMP\":\"12345678\",\"__REALTIME_TIMESTAMP\":\"1719316800123456\",\"MESSAGE\":\"a\"}"
                        + " | 12.345678 | - | 1719316800.123456",
                "{\"time\":12.345678,\"caller\":\"T1234\",\"msg\":\"a\"} | 12.345678 | T1234 | -",
                "{\"time\":\"2024-06-25T12:00:00Z\",\"log\":\"a\"} | - | - | 2024-06-25T12:00:00Z",
                "{\"@timestamp\":\"2024-06-25T12:00:00Z\",\"log\":\"a\"} | - | - | 2024-06-25T12:00:00Z",
                "{\"timestamp\":\"1719316800\",\"log\":\"a\"} | - | - | -",
                "{\"timestamp\":\":\",\"log\":\"a\"} | - | - | -",
            })
    void itHasItsTimesAndItsCaller(String text, Double time, String caller, String wall) {
        var line = through(text).lines().get(0);
        assertEquals("a", line.text());
        assertEquals(time, line.time());
        assertEquals(caller, line.caller());
        assertEquals(wall, line.wall());
    }

    /** Each record of {@code dmesg --json} has its own members, and the place of its message. */
    @Test
    void anObjectMaySpanLines() {
        var lines = through("""
                {
                   "dmesg": [
                      {
                         "pri": 4,
                         "time":    12.345678,
                         "msg": "a"
                      },{
                         "msg": "b",
                         "caller": "T1"
                      }
                   ]
                c
                """).lines();
        assertEquals(
                "6 a 12.345678 null, 8 b null T1, 12 c null null",
                lines.stream()
                        .map(line -> line.number() + " " + line.text() + " " + line.time() + " " + line.caller())
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{;\"msg\": \"a\" | a",
                "{;\"msg\": \"a\";text;\"msg\": \"b\" | a/text/\"msg\": \"b\"",
                "{;\"msg\": \"a\";{\"msg\": \"b\"} | a/b",
                "{;\"msg\": \"a\";};text | a/text",
                "{;\"msg\": \"a\";},  ;text | a/text",
                "{;\"msg\": \"a\";},{  ;\"msg\": \"b\";} | a/b",
                "{;\"msg\": \"a\";}, {;\"msg\": \"b\" | a/}, {/\"msg\": \"b\"",
                "{;\"msg\": \"a\";];\"msg\": \"b\" | a/\"msg\": \"b\"",
                "{;\"text\": \"a\";} | ``",
                // Blocks of C
                "{ | {",
                "{;} | {/}",
                "{;{;} | {/{/}",
                "{;]; | {/]",
                "{;return 0;} | {/return 0/}",
                "{;\"a\" \"b\", | {/\"a\" \"b\",",
                "}; | }",
            })
    void linesShowWhetherTheyAreOfAnObject(String text, String texts) {
        assertEquals(texts, texts(text.replace(';', '\n')));
    }

    @Test
    void twoHundredMembersAreKeptOfAnObjectOfManyLines() {
        var members =
                IntStream.range(0, 199).mapToObj(at -> "\"m" + at + "\":1\n").collect(Collectors.joining());
        assertEquals("a", texts("{\n" + members + "\"msg\":\"a\"\n\"n\":1\n}\n"));
        assertEquals(Map.of(), limits.firstLines());
        assertEquals("", texts("{\n" + members + "\"n\":1\n\"msg\":\"a\"\n}\n"));
        assertEquals(
                Map.of(
                        "a JSON record of many lines has more than 200 members, "
                                + "or its message is longer than 65536 characters: the message was left out",
                        202),
                limits.firstLines());
    }

    @Test
    void aMessageOfAnObjectOfManyLinesMayBeTooLong() {
        var longest = "a".repeat((1 << 16) - "\"msg\":\"\"".length() - 1);
        assertEquals(longest, texts("{\n\"msg\":\"" + longest + "\"\n}\n"));
        assertEquals(Map.of(), limits.firstLines());
        assertEquals("b", texts("{\n\"msg\":\"b\"\n\"x\":\"" + longest + "aa\"\n\"msg\":\"" + longest + "aa\"\n}\n"));
        assertEquals(4, limits.firstLines().values().iterator().next());
    }

    @Test
    void plainRecordsPassOutsideOfObjects() {
        var layer = new JsonRecords(limits, new RecordingLayer());
        assertTrue(layer.isTransparent());
        layer.take(RecordingLayer.line("{"));
        assertFalse(layer.isTransparent());
        layer.take(RecordingLayer.line("text"));
        assertTrue(layer.isTransparent());
    }
}
