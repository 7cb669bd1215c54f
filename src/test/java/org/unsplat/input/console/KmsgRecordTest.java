package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;

/** Documentation/ABI/testing/dev-kmsg and Documentation/networking/netconsole.rst. */
class KmsgRecordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,354,12345678,-;a;b | 12.345678 null - a;b",
                "4,354,12345678,-,caller=T1;a | 12.345678 T1 - a",
                "4,354,12345678,c,caller=X1;a | 12.345678 null c a",
                "4,354,12345678,+;a | 12.345678 null + a",
                "6.12.0-rc1,4,354,12345678,-,caller=C1;a | 12.345678 C1 - a",
                "4,354,12345678,-; | 12.345678 null -",
                // Packets say where their text begins, and how long all of it is with its newline
                "4,354,1,-,ncfrag=0/5;ab | 1.0E-6 null - ab, and more",
                "4,354,1,-,ncfrag=2/5;cd | 1.0E-6 null - more: cd",
                "4,354,1,-,ncfrag=0/4;ab4,354,1,-,ncfrag=2/4;c | 1.0E-6 null - ab, and more",
                "4,354,1,-,ncfrag=x/y;ab | 1.0E-6 null - ab",
                "4,354,1,-,ncfrag=;ab | 1.0E-6 null - ab",
                "4,354,1,-,ncfrag=0/999999999;ab | 1.0E-6 null - ab",
                "4,354,1,-,ncfrag=0/99999999;ab | 1.0E-6 null - ab, and more",
                // No records
                "4,354,12345678;a |",
                "4,354,12345678,-a |",
                "a,354,12345678,-;a |",
                "4,b,12345678,-;a |",
                "4,354,c,-;a |",
                "4,354,12345678,x;a |",
                "4,354,12345678,;a |",
                "4,354,12345678,-c;a |",
                "6.12.0,a,354,12345678,-;a |",
                "6.12.0,4,354,12345678;a |",
                "12345678901234567890,354,12345678,-;a |",
            })
    void aRecordHasItsFields(String line, String fields) {
        for (var before : List.of("", "host ")) {
            var record = KmsgRecord.read(before + line, before.length());
            assertEquals(
                    fields,
                    record == null
                            ? null
                            : (record.time() + " " + record.caller() + " " + record.flag() + " "
                                            + (record.packet() ? "more: " : "") + record.text()
                                            + (record.cut() ? ", and more" : ""))
                                    .strip());
        }
    }

    @Test
    void fieldsAreNotLong() {
        assertEquals(
                "a", KmsgRecord.read("4,354,1,-," + "x".repeat(190) + ";a", 0).text());
        assertNull(KmsgRecord.read("4,354,1,-," + "x".repeat(191) + ";a", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "' SUBSYSTEM=pci', true",
        "' a_B=', true",
        "' =pci', false",
        "' SUBSYSTEM', false",
        "SUBSYSTEM=pci, false",
        "'', false",
        "'  a=b', false",
        "' a1=b', false",
    })
    void aDictionaryIsIndented(String line, boolean is) {
        assertEquals(is, KmsgRecord.isDictionary(line));
    }

    @ParameterizedTest
    @CsvSource({
        "a\\x0ab\\x5cc, 'a\nb\\c'",
        "\\xe2\\x82\\xac \u20ac, \u20ac \u20ac",
        "\\x4, \\x4",
        "\\y41, \\y41",
        "\\, \\",
        "a\\xg1b, a\\xg1b",
    })
    void bytesAreEscaped(String text, String bytes) {
        assertEquals(bytes, KmsgRecord.unescape(text));
    }

    private static String through(String... lines) {
        return RecordingLayer.through(ConsoleLines::new, lines).lines().stream()
                .map(line -> line.number() + line.text() + (line.caller() == null ? "" : " by " + line.caller()))
                .collect(Collectors.joining(";"));
    }

    @Test
    void piecesOfALineAreJoined() {
        assertEquals("1ab by T1;3c", through("4,1,2,c,caller=T1;a", "4,2,3,+,caller=T1;b", "4,3,4,-;c"));
        assertEquals("1a by T1;2b by T2", through("4,1,2,c,caller=T1;a", "4,2,3,+,caller=T2;b"), "of another task");
        assertEquals("1a;2b", through("4,1,2,-;a", "4,2,3,c;b"));
        assertEquals("1abc", through("4,1,2,-,ncfrag=0/4;a4,1,2,-,ncfrag=1/4;b", "4,1,2,-,ncfrag=2/4;c"));
        assertEquals("1a;2text;3b", through("4,1,2,c;a", "text", "4,2,3,+;b"));
        assertEquals("1a;3b", through("4,1,2,c;a", " SUBSYSTEM=pci", "4,2,3,-;b"));
        assertEquals("1a;2text;3 A=b", through("4,1,2,c;a", "text", " A=b"), "it is behind no record");
        assertEquals("14,1,2;a;24,b", through("4,1,2;a", "4,b"));
    }

    @Test
    void noLineIsOfMorePiecesOrLongerThanTheKernelPrints() {
        var pieces = new String[65];
        for (var at = 0; at < pieces.length; at++) {
            pieces[at] = "4,1,2," + (at == 0 ? "c" : "+") + ";a";
        }
        assertEquals("1" + "a".repeat(64) + ";65a", through(pieces));
        var longest = "b".repeat(1 << 16);
        assertEquals("1" + longest + "c", through("4,1,2,c;" + longest, "4,2,3,+;c"));
        assertEquals("1" + longest + "b;2c", through("4,1,2,c;" + longest + "b", "4,2,3,+;c"));
        assertEquals(
                "1c;2" + longest + "d",
                through("4,1,2,c;c", "4,2,3,c;" + longest, "4,3,4,+;d"),
                "what was before does not count");
    }

    /** A record that may go on waits for the next line, but not for ever. */
    @Test
    void wholeRecordsCanBeReleased() {
        var out = new RecordingLayer();
        var lines = new ConsoleLines(out);
        lines.release();
        lines.take(new PartialLine(1, "4,1,2,c;a", 0));
        assertEquals(List.of(), out.texts());
        lines.release();
        assertEquals(List.of("a"), out.texts());
        lines.take(new PartialLine(2, "4,2,3,-,ncfrag=0/9;b", 0));
        lines.release();
        assertEquals(List.of("a"), out.texts(), "more of it must follow");
        lines.end();
        assertEquals(List.of("a", "b"), out.texts());
    }

    @Test
    void theSenderHasAClock() {
        var line = RecordingLayer.through(ConsoleLines::new, "Jun 25 12:00:00 host 4,1,2,-;a", "4,1,2,-;b")
                .lines();
        assertEquals("Jun 25 12:00:00 host ", line.get(0).wall());
        assertNull(line.get(1).wall());
    }
}
