package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** The export format as systemd describes it in "Journal Export Formats". */
class JournalExportTest {

    private final Limits limits = new Limits();

    private RecordingLayer through(String... lines) {
        return RecordingLayer.through(next -> new JournalExport(limits, next), lines);
    }

    private List<String> texts(String... lines) {
        return through(lines).texts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,__CURSOR=1,_PID=1,MESSAGE=b=c,_UID=0,,d | a/b=c/d",
                "__CURSOR=1,MESSAGE=a,__CURSOR=2,MESSAGE=b | a/b",
                "__CURSOR=1,_PID=1,,a | a",
                "__CURSOR=1,MESSAGE,\u0004a,,b,_PID=1,,c | a//b/c",
                "__CURSOR=1,MESSAGE,,_PID=1,,a | /a",
                "__CURSOR=1,MESSAGE,\u0001a,,__CURSOR=2,MESSAGE,\u0001b | a/b",
                "_PID=1,MESSAGE=a | _PID=1/MESSAGE=a",
                "__CURSOR=1,no field,MESSAGE=a | a",
            })
    void anEntryIsItsMessage(String log, String texts) {
        assertEquals(texts, String.join("/", texts(log.split(","))));
    }

    /** What the kernel did not write has the name of its program in front, as in {@code journalctl}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_TRANSPORT=kernel,SYSLOG_IDENTIFIER=b | a",
                "_TRANSPORT=syslog,SYSLOG_IDENTIFIER=kernel | a",
                "_TRANSPORT=syslog,SYSLOG_IDENTIFIER=b,_COMM=c | b: a",
                "_TRANSPORT=stdout,_COMM=c | c: a",
                "_TRANSPORT=stdout | journal: a",
            })
    void othersThanTheKernelAreNamed(String fields, String text) {
        assertEquals(
                List.of(text, "a"), texts(("__CURSOR=1," + fields + ",MESSAGE=a,,__CURSOR=2,MESSAGE=a").split(",")));
    }

    @Test
    void eachLineOfAMessageHasThePlaceAndTheTimesOfTheEntry() {
        var lines = through(
                        "__CURSOR=1",
                        "_SOURCE_MONOTONIC_TIMESTAMP=12345678",
                        "MESSAGE",
                        "\u0004a",
                        "bc",
                        "__REALTIME_TIMESTAMP=1000001")
                .lines();
        assertEquals(2, lines.size());
        for (var line : lines) {
            assertEquals(3, line.number());
            assertEquals(12.345678, line.time());
            assertEquals("1.000001", line.wall());
        }
    }

    @Test
    void aClockThatWasNeverSetTellsNothing() {
        assertEquals(
                List.of(),
                through("__CURSOR=1", "MESSAGE=a", "__REALTIME_TIMESTAMP=100000").lines().stream()
                        .filter(line -> line.wall() != null)
                        .toList());
    }

    /** The length is a number of eight bytes with the lowest first; {@code Source} has dropped the NULs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 13, 65, 127, 128, 200, 255, 256, 257, 300, 512, 522, 600, 2560, 2569, 65000})
    void theLengthOfAMessageIsNoPartOfIt(int length) {
        var message = "_".repeat(length);
        assertEquals(List.of(message), texts(binary(length, message)));
        assertEquals(
                List.of("\u00e4\u00e4" + message),
                texts(binary(length + 4, "\u00e4\u00e4" + message)),
                "it is one of bytes");
    }

    private static String[] binary(int length, String message) {
        var head = Stream.of(length & 0xff, length >> 8)
                .filter(each -> each != 0)
                .map(each -> (char) each.intValue() + "")
                .reduce("", String::concat);
        return ("__CURSOR=1\nMESSAGE\n" + head + message + "\n_PID=1\n").split("\n");
    }

    /** Names are of capitals, digits and underscores, and no digit comes first. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a=1", "=1", "I=1", "1A=1", "A B=1", "A[=1", "A@=1", "A/=1", "A:=1", "Aa=1", "text", "a, B=1"})
    void aLineOfAMessageMayLookLikeAField(String line) {
        assertEquals(List.of("a", line), texts("__CURSOR=1", "MESSAGE", (char) (2 + line.length()) + "a", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ=1", "_A=1", "A0=1", "A9=", "AB=CD=E"})
    void aMessageEndsBeforeTheNextField(String field) {
        assertEquals(
                List.of("a", "b"),
                texts("__CURSOR=1", "MESSAGE", "\u0003a", "b", field, "", "b").subList(0, 2));
    }

    @Test
    void aMessageIsCutAndSaidToBe() {
        var longest = "a".repeat((1 << 16) - "MESSAGE=".length());
        assertEquals(List.of(longest), texts("__CURSOR=1", "MESSAGE=" + longest));
        assertEquals(Map.of(), limits.firstLines());
        assertEquals(List.of(longest), texts("__CURSOR=1", "MESSAGE=" + longest + "b"));
        var said = "a message in a journal is longer than 65536 characters: the rest of it was left out";
        assertEquals(Map.of(said, 2), limits.firstLines());
        limits.firstLines().clear();
        assertEquals(List.of("b", "c"), texts("__CURSOR=1", "MESSAGE", "\u0003b", "a".repeat((1 << 16) - 3), "c"));
        assertEquals(Map.of(said, 4), limits.firstLines());
    }

    @Test
    void twoHundredFieldsAreKept() {
        var fields = IntStream.range(0, 199).mapToObj(at -> "F" + at + "=1\n").reduce("__CURSOR=1\n", String::concat);
        assertEquals(List.of(), texts((fields + "MESSAGE=a").split("\n")));
        assertEquals(
                Map.of("a journal entry has more than 200 fields: the others were left out", 201), limits.firstLines());
        limits.firstLines().clear();
        assertEquals(List.of("a"), texts((fields.replace("F0=1\n", "") + "MESSAGE=a\n").split("\n")));
        assertEquals(Map.of(), limits.firstLines());
    }

    @Test
    void plainRecordsPassBetweenEntries() {
        var layer = new JournalExport(limits, new RecordingLayer());
        assertTrue(layer.isTransparent());
        layer.take(RecordingLayer.line("__CURSOR=1"));
        assertFalse(layer.isTransparent());
        layer.take(RecordingLayer.line(""));
        assertTrue(layer.isTransparent());
    }
}
