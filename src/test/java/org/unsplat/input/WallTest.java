package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.WallClock;
import org.unsplat.model.Where;
import org.unsplat.scan.Scan;
import org.unsplat.triage.SampleReports;

/** The wall clock of what a log went through. */
class WallTest {

    private static String wall(Line line) {
        return line.wall() == null ? null : WallClock.iso(line.wall());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[   12.345678] text|",
                "[   12.345678][ T1234] text|",
                "text|",
                "kernel: text|",
                "[Tue Jun 25 12:00:00 2024] text | 2024-06-25T12:00:00",
                "<4>[Tue Jun 25 12:00:00 2024] text | 2024-06-25T12:00:00",
                "Jun 25 12:00:00 host kernel: [   12.345678] text | --06-25T12:00:00",
                "Tue Jun 25 12:00:00 2024 kern.warn kernel: [   12.345678] text | 2024-06-25T12:00:00",
                "2024-06-25T12:00:00.123456+00:00 host kernel: text | 2024-06-25T12:00:00.123456+00:00",
                "2024-06-25T12:00:00.1234567Z [   12.345678][ T1234] text | 2024-06-25T12:00:00.1234567Z",
                "2024-06-25T12:00:00.123456Z 01O [   12.345678] text | 2024-06-25T12:00:00.123456Z",
                "2024-06-25T12:00:01Z Jun 25 14:00:00 host kernel: text | 2024-06-25T12:00:01Z",
                "<4>1 2024-06-25T12:00:00.123456+02:00 host kernel - - - text | 2024-06-25T12:00:00.123456+02:00",
                "1719316800.123456 host kernel: text | 2024-06-25T12:00:00.123456Z",
                "Tue 2024-06-25 12:00:00 UTC host kernel: text | 2024-06-25T12:00:00Z",
                "Tue 2024-06-25 12:00:00 -03 host kernel: text | 2024-06-25T12:00:00-03:00",
                "2024-06-25 12:00:00 +0200 [   12.345678] text | 2024-06-25T12:00:00+02:00",
                "2024-06-25 12:00:00 -03 [   12.345678] text | 2024-06-25T12:00:00-03:00",
                "2024-06-25 12:00:00.5 +05 host kernel: text | 2024-06-25T12:00:00.5+05:00",
                "2024-06-25 12:00:00.5 UTC host kernel: text | 2024-06-25T12:00:00.5Z",
                "2024-06-25T12:00:00+02:00 sender 4,12,12345678,-;text | 2024-06-25T12:00:00+02:00",
                "> Jun 25 12:00:00 host kernel: [   12.345678] text | --06-25T12:00:00",
                "- {\"dt\": \"2024-06-25T12:00:00.000000\", \"lvl\": \"target\", \"msg\": \"[   12.345678] text\"}"
                        + " | 2024-06-25T12:00:00.000000",
                "{\"log\":\"[   12.345678] text\",\"time\":\"2024-06-25T12:00:00.5Z\"} | 2024-06-25T12:00:00.5Z",
                "{\"pri\":4,\"time\":12.345678,\"msg\":\"text\"} |",
                "{\"_TRANSPORT\":\"kernel\",\"__REALTIME_TIMESTAMP\":\"1719316800123456\",\"MESSAGE\":\"text\"}"
                        + " | 2024-06-25T12:00:00.123456Z"
            })
    void eachLineHasThatOfItsTransport(String raw, String wall) {
        var line = Cleaned.one(raw);
        assertEquals("text", line.text());
        assertEquals(wall, wall(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue Jun 25 12:00:00 UTC 2024 | 2024-06-25T12:00:00Z",
                "Tue Jun 25 12:00:00 CEST 2024 | 2024-06-25T12:00:00",
                "Jun 25 12:00:00 utc kernel: | --06-25T12:00:00",
                "Jun 25 12:00:00 NAS kernel: | --06-25T12:00:00",
                "Jun 25 12:00:00 toy 2024 | --06-25T12:00:00",
                "Jun 25 2024 01:00:00 PM | 2024-06-25T13:00:00",
                "Jun 25 2024 12:30:00 AM | 2024-06-25T00:30:00",
                "Jun 25 2024 12:30:00 PM | 2024-06-25T12:30:00",
                "Jun 25 2024 13:00:00 PM | 2024-06-25T13:00:00",
                "Tue, 4 Jun 2024 9:02:03 +0530 | 2024-06-04T09:02:03+05:30",
                "2024-06-25 12:00:00 -3 | 2024-06-25T12:00:00",
                "mar. juin 25 12:00:00 2024 |",
                "Feb 30 12:00:00 |"
            })
    void aDateAsToolsWriteIt(String text, String wall) {
        assertEquals(wall, WallClock.iso(text));
    }

    @Test
    void anEntryOfTheJournalHasItsOwn() {
        var lines = Cleaned.of("""
                __CURSOR=s=1
                __REALTIME_TIMESTAMP=1719316800123456
                _TRANSPORT=kernel
                MESSAGE=one

                __CURSOR=s=2
                __REALTIME_TIMESTAMP=1719316801000000
                _SOURCE_REALTIME_TIMESTAMP=1719316800999999
                _TRANSPORT=kernel
                MESSAGE=two

                """).lines();
        assertEquals("2024-06-25T12:00:00.123456Z", wall(lines.get(0)));
        assertEquals("2024-06-25T12:00:00.999999Z", wall(lines.get(1)));
    }

    /** What goes on below a record has its time; a record in mid-line has that of its line. */
    @Test
    void linesOfARecordHaveTheSame() {
        var lines = Cleaned.of("[Tue Jun 25 12:00:00 2024] one\n" + " ".repeat(27) + "two\n"
                        + "2024-06-25T12:00:02Z [    1.000000] three[    1.000001] four\n")
                .lines();
        assertEquals("one two three four", lines.stream().map(Line::text).collect(Collectors.joining(" ")));
        assertEquals("2024-06-25T12:00:00", wall(lines.get(1)));
        assertEquals("2024-06-25T12:00:02Z", wall(lines.get(2)));
        assertEquals("2024-06-25T12:00:02Z", wall(lines.get(3)));
    }

    private static Where where(String log) {
        var bytes = new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
        return new Scan(Source.of(bytes, "log"), false).next().where();
    }

    /** A prefix that no tool is known for may hold a date; a time of day alone is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024/06/25 12:00:%02d vm-0: ; 2024-06-25T12:00:",
                "toy1 | 2024-06-25T12:00:%02d+02:00 | ; 2024-06-25T12:00:",
                "[2024/06/25 12:00:%02d.5] ; 2024-06-25T12:00:",
                "toy| [12:00:%02d] ;"
            })
    void anUnknownPrefixMayHaveOne(String prefix, String date) {
        var lines = SampleReports.RACE.strip().lines().toList();
        var log = new StringBuilder();
        for (var at = 0; at < lines.size(); at++) {
            log.append(prefix.formatted(at)).append(' ').append(lines.get(at)).append('\n');
        }
        var wall = where(log.toString()).wall();
        assertEquals(date != null, wall != null, log.toString());
        if (wall != null) {
            assertTrue(wall.first().startsWith(date + "00"), wall.first());
            assertTrue(wall.last().startsWith(date + "%02d".formatted(lines.size() - 1)), wall.last());
        }
    }

    @Test
    void aReportHasItsFirstAndItsLast() {
        var lines = SampleReports.RACE.strip().lines().toList();
        var log = new StringBuilder();
        for (var at = 0; at < lines.size(); at++) {
            log.append("Jun 25 12:00:%02d host kernel: ".formatted(at))
                    .append(lines.get(at))
                    .append('\n');
        }
        assertEquals(
                new Where.WallSpan("--06-25T12:00:00", "--06-25T12:00:%02d".formatted(lines.size() - 1)),
                where(log.toString()).wall());
        assertNull(where(SampleReports.RACE).wall());
    }
}
