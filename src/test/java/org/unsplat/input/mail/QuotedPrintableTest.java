package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** RFC 2045, 6.7. */
class QuotedPrintableTest {

    private static RecordingLayer through(Charset charset, String... lines) {
        return RecordingLayer.through(next -> new QuotedPrintable(next, charset), lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b=3Dc;d | 1-1 a;2-2 b=c;3-3 d",
                "a=;b=;c;d | 1-3 abc;4-4 d",
                "a=20=;b | 1-2 a b",
                "a=  ;b  ;c | 1-2 ab;3-3 c",
                "=e2=82=ac=E2=;=82=AC | 1-2 \u20ac\u20ac",
                // What is no code stays
                "a=zz=4;b= c | 1-1 a=zz=4;2-2 b= c",
                "a=3 | 1-1 a=3",
                "\u00e4=3D | 1-1 \u00e4=",
                // The end comes too early
                "a= | 1-1 a",
                // Line ends of its own
                "a=0Ab;c | 1-1 a;1-1 b;2-2 c",
                "a=0A=;b=0A=;c | 1-1 a;2-2 b;3-3 c",
                "a=;b=0Ac=;d | 1-2 ab;2-3 cd",
                "=0A=;=0A=;c | 1-1 ;2-2 ;3-3 c",
            })
    void eachLineIsDecoded(String code, String lines) {
        assertEquals(
                lines,
                through(StandardCharsets.UTF_8, code.split(";")).lines().stream()
                        .map(line -> line.number() + "-" + line.lastNumber() + " " + line.text())
                        .collect(Collectors.joining(";")));
    }

    @Test
    void bytesAreOfTheCharset() {
        assertEquals(
                List.of("\u20ac"),
                through(Charset.forName("ISO-8859-15"), "=A4").texts());
    }

    @Test
    void anOverlongLineIsBroken() {
        var longest = "x".repeat(Limits.LINE_BYTES);
        assertEquals(
                List.of(longest + "y", "z"),
                through(StandardCharsets.UTF_8, longest + "=", "y", "z").texts());
        assertEquals(
                List.of(longest + "y", "z"),
                through(StandardCharsets.UTF_8, longest + "y=", "z").texts());
    }
}
