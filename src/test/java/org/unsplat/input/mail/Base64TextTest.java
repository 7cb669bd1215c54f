package org.unsplat.input.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.RecordingLayer;

/** RFC 2045, 6.8; the code in the rows is that of RFC 4648. */
class Base64TextTest {

    private static RecordingLayer through(String... lines) {
        return RecordingLayer.through(next -> new Base64Text(next, StandardCharsets.UTF_8), lines);
    }

    private static String code(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zm9vCmJhcg== | 1-1 foo,1-1 bar",
                "Zm9vCmJhcgo= | 1-1 foo,1-1 bar",
                "Zm9,vCmJh,cg= = | 2-2 foo,2-2 ba,3-3 cg= =",
                // Lines need not end where four characters do
                "Z,m9vC,mJhc,,g== | 2-3 foo,3-5 bar",
                // Each piece may be padded
                "Zg==,Zg==,Zm8=,Zm8= | 1-4 fffofo",
                "Z===,Zg== | 2-2 f",
                "Zm9v=,Zg== | 1-1 foo",
                // The footer of a list
                "Zm9v,-- ,Zm9vYg==,a_b | 1-1 foo,2-2 -- ,3-3 foob,4-4 a_b",
                "  Zm9v , +/+/  | 1-2 foo\u00fb\u00ff\u00bf",
            })
    void eachLineIsDecoded(String code, String lines) {
        assertEquals(
                lines,
                through(code.split(",")).lines().stream()
                        .map(line -> line.number() + "-" + line.lastNumber() + " " + line.text())
                        .collect(Collectors.joining(",")));
    }

    /** All 64 characters, and those beside them in ASCII. */
    @Test
    void othersAreNoCode() {
        var all = new StringBuilder();
        for (var c = '!'; c <= '~'; c++) {
            if (through("AAA" + c).texts().equals(List.of("AAA" + c))) {
                all.append(c);
            }
        }
        assertEquals("!\"#$%&'()*,-.:;<>?@[\\]^_`{|}~", all.toString());
    }

    @Test
    void lineEndsAndNulsAreAsInTheInput() {
        assertEquals(
                List.of("a", "b\rc", ""), through(code("a\r\r\nb\rc\r\n\n")).texts());
        assertEquals(List.of("ab"), through(code("a\0b")).texts());
    }

    @Test
    void anOverlongLineIsCut() {
        var texts = through(code("x".repeat(Limits.LINE_BYTES + 1) + "\ny")).texts();
        assertEquals(Limits.LINE_BYTES, texts.get(0).length());
        assertEquals("y", texts.get(1));
    }
}
