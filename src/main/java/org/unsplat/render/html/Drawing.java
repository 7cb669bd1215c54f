package org.unsplat.render.html;

import java.util.List;
import org.unsplat.render.SafeText;
import org.unsplat.render.TextTable;

/**
 * A picture of boxes and lines, in pixels. Each text has a fixed width at which it is drawn, so that it fits in any font.
 *
 * @param words a description of the picture for screen readers
 */
record Drawing(String words, int width, int height, List<Box> boxes, List<Line> lines, List<Label> labels) {

    /** The width of a character in the pictures' font. */
    static final double CHARACTER = 7.25;

    /** The space between a text and the border of its box, both sides together. */
    static final int PADDING = 20;

    /** {@code style} is a CSS class of the page. */
    record Box(int x, int y, int width, int height, String style, Label label) {}

    /** A path in SVG syntax; {@code words} are its tooltip, null for none. */
    record Line(String path, String style, String words) {}

    /** {@code whole} is the uncut text, null if the text was not cut. */
    record Label(int x, int y, int width, String text, String style, String whole) {}

    /** A text of at most {@code longest} characters whose left end is at {@code x} and whose base line is at {@code y}. */
    static Label label(int x, int y, String text, int longest, String style) {
        var safe = SafeText.of(text);
        var shown = TextTable.cutInTheMiddle(safe, longest);
        return new Label(x, y, width(shown), shown, style, shown.equals(safe) ? null : safe);
    }

    /** A box with a centred text. */
    static Box box(int x, int y, int height, String text, int longest, String style) {
        var label = label(x + PADDING / 2, y + height / 2 + 5, text, longest, null);
        return new Box(x, y, label.width() + PADDING, height, style, label);
    }

    /** The width of a text in pixels. */
    static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * CHARACTER);
    }
}
