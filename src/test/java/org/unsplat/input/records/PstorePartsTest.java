package org.unsplat.input.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** {@code pstore_dump} writes the newest part of a log first and calls it Part1. */
class PstorePartsTest {

    private final Limits limits = new Limits();

    private String texts(String... lines) {
        return String.join(
                " ",
                RecordingLayer.through(next -> new PstoreParts(limits, next), lines)
                        .texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // In the order of files: the other way around
                "a,Oops#1 Part1,e,f,Oops#1 Part2,c,d,Oops#1 Part3,b | a b c d e f",
                "Panic#2 Part1 ,b,Panic#2 Part2  ,a | a b",
                // In the order of time
                "Panic#2 Part2,a,Panic#2 Part1,b | a b",
                "Panic#2 Part3,a,Panic#2 Part2,b,Panic#2 Part1,c | a b c",
                // Another crash, and the same once more
                "Oops#1 Part1,b,Oops#1 Part2,a,Oops#2 Part1,d,Oops#2 Part2,c | a b c d",
                "Oops#1 Part1,a,Panic#1 Part2,b | a b",
                "Oops#1 Part1,a,Oops#1 Part1,b | a b",
                // A part is missing
                "Oops#1 Part1,a,Oops#1 Part3,b | a b",
                "Oops#1 Part1,c,Oops#1 Part2,b,Oops#1 Part4,a | b c a",
                // No heads
                "Oops#1 Part1,b,Oops#1 Part2 x,Oops Part2,a | b Oops#1 Part2 x Oops Part2 a",
            })
    void partsInTheOrderOfTime(String log, String order) {
        assertEquals(order, texts(log.split(",")));
    }

    /** Each line counts 100 characters, and those that it holds twice: as it came and as it is. */
    @Test
    void noMoreThanAKernelsLogIsHeldBack() {
        var line = "x".repeat((8 << 20) / 2 - 50);
        assertEquals(line + " a", texts("Oops#1 Part1", line, "Oops#2 Part1", "a"));
        assertEquals(Map.of(), limits.firstLines());
        assertEquals(line + "y a", texts("Oops#1 Part1", line + "y", "Oops#1 Part2", "a"));
        assertEquals(
                Map.of(
                        "the parts of a crash in pstore hold more than 8 MiB: "
                                + "they were read in the order in which they stand",
                        2),
                limits.firstLines());
    }

    @Test
    void plainRecordsPassWhereNoPartIsHeldBack() {
        var out = new RecordingLayer();
        var parts = new PstoreParts(limits, out);
        assertTrue(parts.isTransparent());
        parts.take(RecordingLayer.line("Oops#1 Part1"));
        assertFalse(parts.isTransparent());
        parts.end();
        assertTrue(parts.isTransparent());
    }
}
