package org.unsplat.input.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code PlainLinesTest} holds it to what reading the text gives. */
class PlainRecordTest {

    private final PlainRecord record = new PlainRecord();

    private int end(String line) {
        return record.end((line + "\n[   12.345678] 12345678").getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    /** A tag, an escape, or a line end that is spelled out may begin with one. */
    @Test
    void signsAreFoundWhereverTheyStand() {
        var head = "[   12.345678][ T1234] ";
        for (var c = ' '; c <= '~'; c++) {
            for (var at = 0; at < 17; at++) {
                var line = head + "x".repeat(at) + c + "x".repeat(40 - at);
                if (c != '&' && end(line) >= 0) {
                    assertEquals("<\\#".indexOf(c) >= 0, record.hasSigns(), line);
                }
            }
        }
    }

    @Test
    void eachLineHasItsOwnCaller() {
        for (var caller : new String[] {"T1", "T2", "T2", "C2", "T22", "T2"}) {
            var line = "[   12.345678][%6s] x".formatted(caller);
            assertEquals(line.length(), end(line));
            assertEquals(caller, record.line(1, line).caller());
        }
    }
}
