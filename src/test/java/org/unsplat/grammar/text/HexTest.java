package org.unsplat.grammar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HexTest {

    @Test
    void anAddressHasItsPrefixWhoeverPrintedIt() {
        assertEquals("0xffff888004ff2930", Hex.of("ffff888004ff2930"));
        assertEquals("0xc1195800", Hex.of("0xc1195800"));
        for (var none : new String[] {"(ptrval)", "", "0x", "0xfffg", "12ab ", "ABC"}) {
            assertNull(Hex.of(none), none);
        }
        assertEquals("c1195800", Hex.bare("0xc1195800", null));
        assertEquals("(ptrval)", Hex.bare(null, "(ptrval)"));
    }

    @Test
    void digitsEndWhereOtherCharactersBegin() {
        assertEquals(5, Hex.end("ab09f/", 0));
        assertEquals(3, Hex.end("xyz", 3));
        assertEquals(1, Hex.end("-`", 1));
        assertEquals(4, Hex.decimalEnd("#012a", 1));
        assertEquals(1, Hex.decimalEnd("#:/", 1));
    }

    @Test
    void aNumberThatNoKernelPrintsIsNone() {
        assertEquals(2147483647, Hex.number("2147483647"));
        assertNull(Hex.number("2147483648"));
        assertNull(Hex.number(null));
    }
}
