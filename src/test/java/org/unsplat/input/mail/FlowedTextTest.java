package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** RFC 3676, as far as kernel text allows: its lines may end with a blank, too. */
class FlowedTextTest {

    /** With the blank at its end as wide as a line that wraps before any word. */
    private static final String WIDE = "x".repeat(59) + " ";

    private static List<String> texts(String... lines) {
        return RecordingLayer.through(next -> new FlowedText(next, false), lines)
                .texts();
    }

    @Test
    void linesAreJoinedWhereTheNextWordDidNotFit() {
        assertEquals(List.of(WIDE + "a b"), texts(WIDE, "a b"));
        assertEquals(List.of(WIDE + WIDE + "a"), texts(WIDE, WIDE, "a"));
        var fifty = "x".repeat(49) + " ";
        assertEquals(List.of(fifty + "y".repeat(11) + " z"), texts(fifty, "y".repeat(11) + " z"));
        assertEquals(List.of(fifty, "y".repeat(10) + " z"), texts(fifty, "y".repeat(10) + " z"));
        assertEquals(List.of(WIDE.strip(), "a"), texts(WIDE.strip(), "a"), "no blank is at its end");
        assertEquals(List.of(WIDE), texts(WIDE), "the end comes too early");
    }

    /** What begins a line of a console or closes a headline is never the rest of another. */
    @ParameterizedTest
    @ValueSource(strings = {"[   12.345678] a", "[12.345678] a", "", " ", "================", "----------------"})
    void someLinesBeginAnew(String next) {
        assertEquals(2, texts(WIDE, next).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[inline]", "[", "a [1]", "-> a", "=3", "---------------"})
    void othersGoOn(String next) {
        assertEquals(List.of(WIDE + next), texts(WIDE, next));
    }

    /** 4.4 and 4.5: one blank before a line is no part of it, and neither are the quotes of a line that goes on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "WIDE; a|WIDEa",
                "  a; b|' a;b'",
                "> WIDE;> a|> WIDEa",
                "> WIDE;>a|> WIDEa",
                ">> WIDE;>> a;> b|>> WIDEa;> b",
                "> WIDE;a|> WIDE;a",
                "WIDE;> a|WIDE;> a",
                "> WIDE;>|> WIDE;>",
                "> WIDE;> [ 12|> WIDE;> [ 12",
                "-- ;a|-- ;a",
            })
    void stuffingAndQuotes(String lines, String texts) {
        assertEquals(
                texts,
                String.join(";", texts(lines.replace("WIDE", WIDE).split(";"))).replace(WIDE, "WIDE"));
    }

    @Test
    void theBlankAtTheEndMayBeDeleted() {
        assertEquals(
                List.of(WIDE.strip() + "a"),
                RecordingLayer.through(next -> new FlowedText(next, true), WIDE, "a")
                        .texts());
    }

    @Test
    void aJoinedLineHasTheNumbersOfItsPieces() {
        assertEquals(
                List.of("1-1 a", "2-4 ", "5-5 b"),
                RecordingLayer.through(next -> new FlowedText(next, false), " a", WIDE, WIDE, "a", "b").lines().stream()
                        .map(line -> line.number() + "-" + line.lastNumber() + " "
                                + line.text().replaceAll("x.*", ""))
                        .toList());
    }

    @Test
    void anOverlongLineIsBroken() {
        var longest = "x".repeat(Limits.LINE_BYTES - 1) + " ";
        assertEquals(List.of(longest + WIDE, "a"), texts(longest, WIDE, "a"));
        assertEquals(List.of("x" + longest, "a"), texts("x" + longest, "a"));
    }
}
