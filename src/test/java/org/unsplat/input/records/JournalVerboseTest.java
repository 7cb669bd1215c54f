package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** The form that {@code output_verbose()} of systemd writes. */
class JournalVerboseTest {

    private static final String HEAD = "Tue 2024-06-25 12:00:00.123456 UTC [s=2b;i=3e8;b=8c;m=bc614e;t=61b;x=9f]";

    private final Limits limits = new Limits();

    private RecordingLayer through(String... lines) {
        return RecordingLayer.through(next -> new JournalVerbose(limits, next), lines);
    }

    /** A dash stands for the head of an entry, a dot for its indentation, a colon for that of a message's later lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,-,.MESSAGE=b=c,._PID=1,d | a/b=c/d",
                "-,.MESSAGE=a,-,.MESSAGE=b | a/b",
                "-,.MESSAGE=,:a,._PID=1 | /a",
                "-,._TRANSPORT=syslog,.SYSLOG_IDENTIFIER=b,.MESSAGE=a | b: a",
                ".MESSAGE=a,-,._PID=1 | .MESSAGE=a",
            })
    void anEntryIsItsMessage(String log, String texts) {
        var lines = Stream.of(log.split(","))
                .map(line -> line.equals("-") ? HEAD : line.replaceFirst("^:", " ".repeat(12)))
                .map(line -> line.replaceFirst("^\\.", "    "));
        assertEquals(
                texts.replaceFirst("^\\.", "    "),
                String.join("/", through(lines.toArray(String[]::new)).texts()));
    }

    @Test
    void aMessageHasTheTimesOfItsEntry() {
        var line = through(HEAD, "    MESSAGE=a", "    _SOURCE_MONOTONIC_TIMESTAMP=12345678")
                .lines()
                .get(0);
        assertEquals(2, line.number());
        assertEquals(12.345678, line.time());
        assertEquals("Tue 2024-06-25 12:00:00.123456 UTC", line.wall());
    }

    @Test
    void whatIsLeftOutIsTold() {
        var fields = IntStream.range(0, 201).mapToObj(number -> "    A" + number + "=1");
        var lines = Stream.concat(Stream.of(HEAD), fields).toArray(String[]::new);
        assertEquals(List.of(), through(lines).texts());
        var longest = "a".repeat(1 << 16);
        assertEquals(
                List.of(longest), through(HEAD, "    MESSAGE=" + longest + "b").texts());
        assertEquals(
                Map.of(
                        "a journal entry has more than 200 fields: the others were left out", 202,
                        "a message in a journal is longer than 65536 characters: the rest of it was left out", 2),
                limits.firstLines());
    }
}
