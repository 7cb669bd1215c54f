package org.unsplat.input.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.input.Cleaned;

class HtmlTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<BR>", "</h1>", "x/>", "\">", "@>", "[>"})
    void mayEndTheLine(String end) {
        assertTrue(HtmlTag.mayEnd("f+0x1/0x2" + end));
        assertTrue(HtmlTag.mayEnd(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<TASK>", "</IRQ>", "<A>", "<Z>", ">"})
    void isTheKernelsOwn(String end) {
        assertFalse(HtmlTag.mayEnd(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "  12", "a\n12", "a\n 12", "1234567890123456"})
    void isTheNumberOfALine(String before) {
        assertTrue(HtmlTag.isLineNumber(new StringBuilder(before)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "a12", "a 12", "12 ", "12a", "12345678901234567", "a\n"})
    void isNoNumberOfALine(String before) {
        assertFalse(HtmlTag.isLineNumber(new StringBuilder(before)));
    }

    @Test
    void commentsGo() {
        assertEquals(
                List.of("a", " d"),
                Cleaned.texts("<html><body>", "a<!-- b > c <br> \"", "-- > -> -->", " d</body></html>").stream()
                        .map(text -> text.replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void theCellsOfARowAreOneLine() {
        assertEquals(
                List.of("a", "b c"),
                Cleaned.texts("<html><body>", "<p>a<table><tr><th>b</th><td>c</td></tr></table></body></html>").stream()
                        .map(text -> text.replace('\t', ' ').strip())
                        .toList());
    }
}
