package org.unsplat.render.html;

import java.util.List;
import org.unsplat.render.SafeText;
import org.unsplat.render.TextTable;

/**
 * A picture of boxes and lines, in pixels. Each text has the width that it is to be drawn with, so that it fits whatever
 * font a reader has.
 *
 * @param words what it shows, for those who do not see it
 */
record Drawing(String words, int width, int height, List<Box> boxes, List<Line> lines, List<Label> labels) {

    /** Of a character of the font of the page's pictures. */
    static final double CHARACTER = 7.25;

    /** Between a text and the border of its box, on both sides together. */
    static final int PADDING = 20;

    /** {@code style} is a class of the page's style. */
    record Box(int x, int y, int width, int height, String style, Label label) {}

    /** A path as SVG has it; {@code words} are shown where the mouse points at it, null for none. */
    record Line(String path, String style, String words) {}

    /** {@code whole} is the text before it was cut, null where it was not. */
    record Label(int x, int y, int width, String text, String style, String whole) {}

    /** A text that is no longer than so many characters, whose left end is at {@code x} and whose base line at {@code y}. */
    static Label label(int x, int y, String text, int longest, String style) {
        var safe = SafeText.of(text);
        var shown = TextTable.cutInTheMiddle(safe, longest);
        return new Label(x, y, width(shown), shown, style, shown.equals(safe) ? null : safe);
    }

    /** A box around a text in its middle. */
    static Box box(int x, int y, int height, String text, int longest, String style) {
        var label = label(x + PADDING / 2, y + height / 2 + 5, text, longest, null);
        return new Box(x, y, label.width() + PADDING, height, style, label);
    }

    /** Of a text, in pixels. */
    static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * CHARACTER);
    }
}
