package org.unsplat.input.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextScannerTest {

    @Test
    void digitsEndWhereOtherCharactersBegin() {
        assertEquals(4, TextScanner.digitsEnd("#012a", 1));
        assertEquals(1, TextScanner.digitsEnd("#:/", 1));
        assertEquals(3, TextScanner.digitsEnd("#0123", 1, 3));
        assertEquals(5, TextScanner.digitsEnd("#0123", 1, 99));
        assertEquals(0, TextScanner.digitsEnd("\u0663", 0), "ASCII's alone");
        assertEquals(7, TextScanner.hexEnd("#09afAF", 1));
        for (var other : "/:@G`g".toCharArray()) {
            assertEquals(1, TextScanner.hexEnd("0" + other + "0", 0), String.valueOf(other));
        }
    }

    @Test
    void spacesAndBlanks() {
        assertEquals(2, TextScanner.spacesEnd("  \tx", 0));
        assertEquals(1, TextScanner.spacesEnd("  \tx", 0, 1));
        assertEquals(3, TextScanner.blanksEnd("  \tx"));
        assertEquals(2, TextScanner.blanksEnd("  \tx", 1, 2));
    }

    @Test
    void nothingStandsBehindTheText() {
        assertEquals(3, TextScanner.digitsEnd("abc", 3));
        assertEquals(0, TextScanner.blanksEnd(""));
        assertFalse(TextScanner.isAt("a", 1, 'a'));
        assertFalse(TextScanner.isDigitAt("1", 1));
        assertFalse(TextScanner.isDigitAt("1", -1));
        assertTrue(TextScanner.isDigitAt("1", 0));
    }

    @Test
    void aNumberHasFewDigits() {
        assertTrue(TextScanner.isNumber("123456", 7));
        assertFalse(TextScanner.isNumber("1234567", 7));
        assertFalse(TextScanner.isNumber("12a", 7));
        assertFalse(TextScanner.isNumber("", 7));
    }
}
