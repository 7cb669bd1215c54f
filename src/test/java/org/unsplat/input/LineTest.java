package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LineTest {

    private final Line first = new Line(7, "[ 1.0][ T1]  \ta  b ", "  \ta  b ", 1.0, "T1");

    @Test
    void itsWordsAreAlwaysTheSameObject() {
        assertEquals("a  b", first.stripped());
        assertSame(first.stripped(), first.stripped());
        assertEquals(3, first.indent());
        assertEquals(2, Line.bare(1, "  ").indent());
    }

    @Test
    void aTerminalBreaksThePrefixToo() {
        assertEquals(first.raw().length(), first.width());
        assertEquals(4, Line.bare(8, "   c").width());
    }
}
