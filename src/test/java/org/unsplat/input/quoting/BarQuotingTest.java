package org.unsplat.input.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.input.layer.RecordingLayer;

class BarQuotingTest {

    private static List<String> texts(String... lines) {
        return RecordingLayer.through(next -> new BarQuoting('|', 3, next), lines)
                .texts();
    }

    @Test
    void threeLinesAreQuoted() {
        assertEquals(List.of("a", "", " b", "c"), texts("| a", "|", "|  b", "| c"));
        assertEquals(
                1,
                RecordingLayer.through(next -> new BarQuoting('|', 3, next), "| a", "| b", "| c")
                        .lines()
                        .get(0)
                        .depth());
    }

    @Test
    void twoAreNot() {
        assertEquals(List.of("| a", "| b"), texts("| a", "| b"));
    }

    @Test
    void barsAloneAreNoEvidence() {
        assertEquals(List.of("|", "|", "|", "| "), texts("|", "|", "|", "| "));
    }

    @Test
    void theSignStandsInOneColumn() {
        assertEquals(List.of("| a", "| b", " | c", " | d"), texts("| a", "| b", " | c", " | d"));
        assertEquals(List.of("| a", "b", "c", "d"), texts("| a", " | b", " | c", " | d"));
    }

    /** KCSAN's own bar may stand within, and text may begin with a bar. */
    @Test
    void withinQuotingAnotherColumnIsText() {
        assertEquals(List.of("a", "b", "c", "   | x", "d"), texts("| a", "| b", "| c", "   | x", "| d"));
    }

    @Test
    void aTableHasItsBarsFurtherToTheRight() {
        var near = " ".repeat(9) + "| a";
        var far = " ".repeat(10) + "| a";
        assertEquals(List.of("a", "a", "a"), texts(near, near, near));
        assertEquals(List.of(far, far, far), texts(far, far, far));
    }

    @Test
    void aBlankOrATabFollowsTheBar() {
        assertEquals(List.of("|a", "|b", "|c"), texts("|a", "|b", "|c"));
        assertEquals(List.of("a", "b", "c"), texts("|\ta", "|\tb", "|\tc"));
        var patch = List.of("+\ta", "+\tb", "+\tc");
        assertEquals(
                patch,
                RecordingLayer.through(next -> new BarQuoting('+', 3, next), patch.toArray(String[]::new))
                        .texts());
    }

    @Test
    void aMailerMayHaveWrappedFourLinesBetweenTwo() {
        assertEquals("a", first(4));
        assertEquals("| a", first(5));
    }

    private static String first(int between) {
        var lines = new ArrayList<>(List.of("| a"));
        lines.addAll(Collections.nCopies(between, "wrapped"));
        lines.addAll(List.of("| b", "| c"));
        return texts(lines.toArray(String[]::new)).get(0);
    }

    @Test
    void nineLinesWithoutTheSignEndTheQuoting() {
        assertEquals("d", afterQuoted(8));
        assertEquals("| d", afterQuoted(9));
    }

    private static String afterQuoted(int without) {
        var lines = new ArrayList<>(List.of("| a", "| b", "| c"));
        lines.addAll(Collections.nCopies(without, "text"));
        lines.add("| d");
        var texts = texts(lines.toArray(String[]::new));
        return texts.get(texts.size() - 1);
    }

    @Test
    void aPatchIsNoQuoting() {
        var out = new RecordingLayer();
        var layer = new BarQuoting('|', 3, out);
        for (var text : List.of("| a", "| b", "| c")) {
            layer.take(RecordingLayer.line(text).verbatim(text));
        }
        assertEquals(List.of("| a", "| b", "| c"), out.texts());
    }

    /** The sign comes so rarely that the evidence is not waited for: 64 lines are held back, and no more. */
    @Test
    void itHoldsBackABoundedNumberOfLines() {
        var out = new RecordingLayer();
        var layer = new BarQuoting('|', 100, out);
        for (var i = 0; i < 63; i++) {
            layer.take(RecordingLayer.line("| a"));
        }
        assertEquals(0, out.lines().size());
        layer.take(RecordingLayer.line("| a"));
        assertEquals(64, out.lines().size());
        layer.take(RecordingLayer.line("| " + "x".repeat(1 << 20)));
        assertEquals(65, out.lines().size());
    }

    @Test
    void plainRecordsPassOnlyWhereNothingIsHeldOrQuoted() {
        var layer = new BarQuoting('|', 3, new RecordingLayer());
        assertTrue(layer.isTransparent());
        layer.take(RecordingLayer.line("| a"));
        assertFalse(layer.isTransparent());
        layer.take(RecordingLayer.line("| b"));
        layer.take(RecordingLayer.line("| c"));
        assertFalse(layer.isTransparent());
        for (var i = 0; i < 9; i++) {
            layer.take(RecordingLayer.line("text"));
        }
        assertTrue(layer.isTransparent());
    }
}
