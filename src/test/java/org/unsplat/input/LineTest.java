package org.unsplat.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LineTest {

    private final Line first = new Line(7, "[ 1.0][ T1]  \ta  b ", "  \ta  b ", 1.0, "T1");
    private final Line second = Line.bare(8, "c");

    @Test
    void itsWordsAreAlwaysTheSameObject() {
        assertEquals("a  b", first.words());
        assertSame(first.words(), first.words());
        assertEquals(3, first.indent());
        assertEquals(2, Line.bare(1, "  ").indent());
    }

    @Test
    void whatFollowsJoinsItsRawText() {
        var both = first.followedBy(second).with("a c");
        assertEquals("[ 1.0][ T1]  \ta  b \nc", both.raw());
        assertEquals("a c", both.text());
        assertEquals(7, both.number());
        assertEquals(8, both.lastNumber());
        assertEquals(1.0, both.time());
        assertEquals("T1", both.caller());
        assertEquals(0, both.depth());
        assertEquals(
                2,
                new Line(1, "", "", null, null, 2).followedBy(second).with("a").depth());
    }

    @Test
    void aTerminalBreaksThePrefixToo() {
        assertEquals(first.raw().length(), first.width());
        assertEquals(4, Line.bare(8, "   c").width());
    }
}
