package org.unsplat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HexTest {

    @Test
    void anAddressHasItsPrefixWhoeverPrintedIt() {
        assertEquals("0xffff888004ff2930", Hex.of("ffff888004ff2930"));
        assertEquals("0xc1195800", Hex.of("0xc1195800"));
        assertNull(Hex.of("(ptrval)"));
        assertEquals("c1195800", Hex.bare("0xc1195800", null));
        assertEquals("(ptrval)", Hex.bare(null, "(ptrval)"));
    }

    @Test
    void aNumberThatNoKernelPrintsIsNone() {
        assertEquals(2147483647, Hex.number("2147483647"));
        assertNull(Hex.number("2147483648"));
        assertNull(Hex.number(null));
    }
}
