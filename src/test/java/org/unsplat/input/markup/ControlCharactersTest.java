package org.unsplat.input.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Cleaned;

class ControlCharactersTest {

    /** Colours, titles of windows, character sets and resets, as consoles and CI print them; also where one is cut off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31mBUG: x@\u001b[0m",
                "\u001b[1;31mBUG: x@",
                "\u001b[KBUG: x@",
                "\u001b[@BUG: x@",
                "\u001b]0;a title\u0007BUG: x@",
                "\u001b]0;a title\u001b\\BUG: x@",
                "\u001b_bk;t=1719316800123\u0007BUG: x@",
                "\u001bPBUG: x@",
                "\u001b(BBUG: x@",
                "\u001b)0BUG: x@",
                "\u001bcBUG: x@",
                "BUG: x@\u001b",
                "BUG: x@\u001b[",
                "BUG: x@\u001b[31",
                "BUG: x@\u001b]0;a title",
                "BUG: x@\u001b(",
            })
    void escapesGo(String line) {
        assertEquals("BUG: x@", Cleaned.text(line));
    }

    /** As cat -v, syslog daemons and strings spell them, and as a copy has them that lost the escape. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[[31mBUG: x@^[[0m",
                "#033[1;31mBUG: x@#033[0m",
                "#x1b[31mBUG: x@#x1b[0m",
                "\\x1b[31mBUG: x@\\x1b[0m",
                "\\u001b[31mBUG: x@\\u001B[0m",
                "\\033[31mBUG: x@\\e[0m",
                "[31mBUG: x@[0m",
            })
    void spelledOutColoursGo(String line) {
        assertEquals("BUG: x@", Cleaned.text(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f+0x1/0x2 [m]", "a[12] b", "[12:m]", "[1;2", "[12"})
    void otherBracketsStay(String text) {
        assertEquals(text, Cleaned.text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\u200b", "\u200f", "\u0001", "\u001f", "\u007f"})
    void whatShowsNothingGoes(String nothing) {
        assertEquals("BUG: x", Cleaned.text("BU" + nothing + "G: x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200a", "\u2010", "\u00fc", "\t", "~"})
    void whatShowsStays(String text) {
        assertEquals("BU" + text + "G: x", Cleaned.text("BU" + text + "G: x"));
    }

    @Test
    void aBlankThatDoesNotBreakIsABlank() {
        assertEquals("BUG: x y", Cleaned.text("BUG:\u00a0x\u202fy"));
    }
}
