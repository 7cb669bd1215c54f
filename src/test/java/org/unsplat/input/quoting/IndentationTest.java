package org.unsplat.input.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.RecordingLayer;

class IndentationTest {

    private static final String WARNING = "    WARNING: possible recursive locking detected";

    private static List<String> texts(String... lines) {
        return RecordingLayer.through(Indentation::new, lines).texts();
    }

    @Test
    void whatAHeadIsIndentedByGoesFromTheLinesBelow() {
        assertEquals(
                List.of(
                        "  a list:",
                        "WARNING: possible recursive locking detected",
                        "",
                        "    ",
                        " f+0x1/0x2",
                        "  less"),
                texts("  a list:", WARNING, "", "    ", "     f+0x1/0x2", "  less"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "================",
                "-----------------",
                "WARNING: x",
                "BUG: x",
                "INFO: x",
                "[ INFO: x ]",
                "[ BUG: x ]",
                "[ ERR: x ]",
                "Showing all locks held in the system:",
                "Kernel panic - not syncing: x"
            })
    void theseStandInColumnZero(String head) {
        assertEquals(List.of(head, "text"), texts("  " + head, "  text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "===============",
                "===============-",
                "= 1",
                "-p",
                "Kernel",
                "INFORMATION",
                "Begin",
                "What",
                "[ 1.0]",
                "Some",
                "text WARNING: x"
            })
    void theseMayBeIndented(String other) {
        assertEquals(List.of("  " + other, "  text"), texts("  " + other, "  text"));
    }

    @Test
    void fortyLinesWithoutItAreStillOfTheText() {
        assertEquals("text", last(40));
        assertEquals("    text", last(41));
    }

    private static String last(int without) {
        var lines = Stream.of(List.of(WARNING), Collections.nCopies(without, "wrapped"), List.of("    text"))
                .flatMap(List::stream)
                .toArray(String[]::new);
        return texts(lines).get(lines.length - 1);
    }

    @Test
    void oneLineWithItBeginsTheCountAnew() {
        var lines = Stream.of(
                        List.of(WARNING),
                        Collections.nCopies(40, "wrapped"),
                        List.of("    text"),
                        Collections.nCopies(40, "wrapped"),
                        List.of("    text"))
                .flatMap(List::stream)
                .toArray(String[]::new);
        assertEquals("text", texts(lines).get(lines.length - 1));
    }

    @Test
    void aHeadElsewhereEndsIt() {
        assertEquals(
                List.of("WARNING: possible recursive locking detected", "WARNING: x", "    text"),
                texts(WARNING, "WARNING: x", "    text"));
    }

    @Test
    void aPatchKeepsItsOwn() {
        var out = new RecordingLayer();
        var layer = new Indentation(out);
        layer.take(RecordingLayer.line(WARNING).verbatim(WARNING));
        layer.take(RecordingLayer.line("    text"));
        assertEquals(List.of(WARNING, "    text"), out.texts());
    }

    @Test
    void onlyWithinAnIndentedTextLinesChange() {
        var layer = new Indentation(new RecordingLayer());
        assertTrue(layer.isTransparent());
        layer.take(RecordingLayer.line(WARNING));
        assertFalse(layer.isTransparent());
        layer.take(RecordingLayer.line("WARNING: x"));
        assertTrue(layer.isTransparent());
    }
}
