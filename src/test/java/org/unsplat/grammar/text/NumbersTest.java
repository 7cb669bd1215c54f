package org.unsplat.grammar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void anAddressHasItsPrefixWhoeverPrintedIt() {
        assertEquals("0xffff888004ff2930", Numbers.address("ffff888004ff2930"));
        assertEquals("0xc1195800", Numbers.address("0xc1195800"));
        for (var none : new String[] {"(ptrval)", "", "0x", "0xfffg", "12ab ", "ABC"}) {
            assertNull(Numbers.address(none), none);
        }
        assertEquals("c1195800", Numbers.printedAddress("0xc1195800", null));
        assertEquals("(ptrval)", Numbers.printedAddress(null, "(ptrval)"));
    }

    @Test
    void digitsEndWhereOtherCharactersBegin() {
        assertEquals(5, Numbers.hexEnd("ab09f/", 0));
        assertEquals(3, Numbers.hexEnd("xyz", 3));
        assertEquals(1, Numbers.hexEnd("-`", 1));
    }

    @Test
    void aNumberThatNoKernelPrintsIsNone() {
        assertEquals(2147483647, Numbers.parseInt("2147483647"));
        assertNull(Numbers.parseInt("2147483648"));
        assertNull(Numbers.parseInt(null));
    }
}
