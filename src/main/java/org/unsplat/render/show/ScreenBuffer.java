package org.unsplat.render.show;

import java.util.List;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** The screen of one report as it grows. */
final class ScreenBuffer {

    static final int MARGIN = 2;
    /** Longer lines of sentences are hard to read. */
    private static final int PROSE = 100;
    /** How far what is left of a line that is too long stands in. */
    private static final int OVERFLOW = 8;

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final boolean colour;

    ScreenBuffer(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    int width() {
        return width;
    }

    void blank() {
        text.append('\n');
    }

    void heading(String title) {
        blank();
        line(StyledText.of(Style.BOLD, title));
    }

    void heading(StyledText title) {
        blank();
        line(title);
    }

    /** A line, or where it finds no room as many as it takes. */
    void line(StyledText phrase) {
        if (phrase.trimmedWidth() <= width) {
            text.append(phrase.text(colour)).append('\n');
            return;
        }
        var indent = "";
        for (var piece : phrase.wrap(width - OVERFLOW)) {
            text.append(indent).append(piece.text(colour)).append('\n');
            indent = " ".repeat(OVERFLOW);
        }
    }

    void line(int indent, StyledText phrase) {
        line(new StyledText().pad(indent).add(phrase));
    }

    /** Sentences, over several lines where need be. */
    void prose(StyledText phrase) {
        lines(MARGIN, phrase.wrap(Math.min(width, PROSE) - MARGIN));
    }

    /** Over several lines where need be. */
    void wrapped(int indent, StyledText phrase) {
        wrapped(indent, indent, phrase);
    }

    /** Over several lines where need be, with another indentation from the second line on. */
    void wrapped(int first, int rest, StyledText phrase) {
        int indent = first;
        for (var line : phrase.wrap(width - Math.max(first, rest))) {
            line(indent, line);
            indent = rest;
        }
    }

    void lines(int indent, List<StyledText> lines) {
        lines.forEach(line -> line(indent, line));
    }

    String text() {
        return text.toString();
    }
}
