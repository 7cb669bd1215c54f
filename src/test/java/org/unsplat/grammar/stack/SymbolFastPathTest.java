package org.unsplat.grammar.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to read a symbol must know what it can, and leave alone what it cannot. */
class SymbolFastPathTest {

    private static FrameBuilder parse(String text) {
        return SymbolFastPath.parse(text, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "az_AZ.09$+0x0/0x9, az_AZ.09$, 0x0, 0x9,,,",
        "f+0xaf/0x1af, f, 0xaf, 0x1af,,,",
        "f+0x1/0x2 a:7, f, 0x1, 0x2, a, 7,",
        "f+0x1/0x2 ~/x.c:12345678, f, 0x1, 0x2, ~/x.c, 12345678,",
        "f+0x1/0x2 !x.c:90, f, 0x1, 0x2, !x.c, 90,",
        "f+0x1/0x2 [m], f, 0x1, 0x2,,, m",
        "f+0x1/0x2 [a_9.z], f, 0x1, 0x2,,, a_9.z"
    })
    void takes(String text, String function, String offset, String size, String file, Integer line, String module) {
        var frame = parse(text);
        assertNotNull(frame);
        assertEquals(function, frame.function);
        assertEquals(offset, frame.offset);
        assertEquals(size, frame.size);
        assertEquals(file, frame.file);
        assertEquals(line, frame.line);
        assertEquals(module, frame.module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(+0x1/0x2",
                "a::b+0x1/0x2",
                "f+0x/0x2",
                "f+0x1",
                "f+0x1/",
                "f+0x1/2",
                "f+0x1/0x",
                "f+0x1-0x2",
                "f+0x1/0x2g",
                "f+0x1/0x2 ",
                "f+0x1/0x2 (P)",
                "f+0x1/0x2 []",
                "f+0x1/0x2 [m",
                "f+0x1/0x2 [m ",
                "f+0x1/0x2 [m](P)",
                "f+0x1/0x2 [m 0123456789abcdef]",
                "f+0x1/0x2 x.c",
                "f+0x1/0x2 :7",
                "f+0x1/0x2 x.c:",
                "f+0x1/0x2 x.c:123456789",
                "f+0x1/0x2 x.c:7a",
                "f+0x1/0x2 x.c:/",
                "f+0x1/0x2 a b:7",
                "f+0x1/0x2 (a:7",
                "f+0x1/0x2 a):7",
                "f+0x1/0x2 [a:7",
                "f+0x1/0x2 a]:7",
                "f+0x1/0x2 \u007f:7",
                "f+0x1/0x2\tx.c:7",
                "f`+0x1/0x2",
                "f{+0x1/0x2",
                "f@+0x1/0x2",
                "f/+0x1/0x2",
                "f+0x1/0x`",
                "f+0x1/0x:"
            })
    void leaves(String text) {
        assertNull(parse(text));
    }
}
