package org.unsplat.input.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.RecordingLayer;

class AngleQuotingTest {

    private static List<String> texts(String... lines) {
        return RecordingLayer.through(AngleQuoting::new, lines).texts();
    }

    private static List<Integer> depths(String... lines) {
        return RecordingLayer.through(AngleQuoting::new, lines).lines().stream()
                .map(PartialLine::depth)
                .toList();
    }

    @Test
    void oneBlankBelongsToTheQuoting() {
        var mail = new String[] {"> a", ">  b", ">", "> > c", ">> d", " > e", "f"};
        assertEquals(List.of("a", " b", "", "c", "d", "e", "f"), texts(mail));
        assertEquals(List.of(1, 1, 1, 2, 2, 1, 0), depths(mail));
    }

    /** The line that KASAN marks, and that may have been quoted. */
    @Test
    void aSignWithoutABlankIsTextWhereItIsAlone() {
        assertEquals(List.of(">ffff8880: fb"), texts(">ffff8880: fb"));
        assertEquals(List.of("a", ">ffff8880: fb", "b"), texts("> a", "> >ffff8880: fb", "> b"));
        assertEquals(List.of(0, 1), depths(">ffff8880: fb", "> >ffff8880: fb"));
    }

    @Test
    void twoWithoutABlankAreQuoted() {
        assertEquals(List.of("a", " b", "c"), texts(">a", "> b", ">c"));
        assertEquals(List.of("a", "b"), texts(">>a", ">>b"));
        assertEquals(List.of(2, 2), depths(">>a", ">>b"));
    }

    /** The name of a lock that a mailer broke. */
    @Test
    void theEndOfAnArrowIsText() {
        assertEquals(
                List.of("lock(&toy-", ">lock);", "lock(&toy-", ">list);"),
                texts("lock(&toy-", ">lock);", "lock(&toy-", ">list);"));
        assertEquals(
                List.of("lock(&toy-", ">lock);", "lock(&toy-", ">list);"),
                texts("> lock(&toy-", "> >lock);", "> lock(&toy-", "> >list);"));
        assertEquals(List.of("a -", "b", "a -", "c"), texts("a -", ">b", "a -", ">c"));
        assertEquals(List.of("a-", "b", "c"), texts(">a-", ">b", ">c"));
    }

    @Test
    void anotherDepthIsAnotherStyle() {
        assertEquals(List.of(">a", ">b"), texts(">a", ">>b"));
        assertEquals(List.of(">a", "b", "c"), texts(">a", ">>b", ">>c"));
    }

    @Test
    void moreThanFourBlanksAreNoMargin() {
        assertEquals(List.of("a", "     > b"), texts("    > a", "     > b"));
    }

    @Test
    void sixteenLinesWithoutASignAreAConsolesAgain() {
        var layer = new AngleQuoting(new RecordingLayer());
        assertTrue(layer.isTransparent());
        layer.take(RecordingLayer.line("> a"));
        for (var i = 0; i < 15; i++) {
            layer.take(RecordingLayer.line("text"));
            assertFalse(layer.isTransparent());
        }
        layer.take(RecordingLayer.line("text"));
        assertTrue(layer.isTransparent());
    }
}
