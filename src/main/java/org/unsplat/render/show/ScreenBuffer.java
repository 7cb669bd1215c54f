package org.unsplat.render.show;

import java.util.List;
import org.unsplat.render.Style;
import org.unsplat.render.StyledText;

/** The screen of one report while it is written. */
final class ScreenBuffer {

    static final int MARGIN = 2;
    /** The largest width of sentences, because longer lines are hard to read. */
    private static final int PROSE = 100;
    /** The indentation of the rest of a line that is too long. */
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

    /** Writes a line, wrapped if it is too long. */
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

    /** Writes sentences, wrapped. */
    void prose(StyledText phrase) {
        lines(MARGIN, phrase.wrap(Math.min(width, PROSE) - MARGIN));
    }

    /** Writes text, wrapped. */
    void wrapped(int indent, StyledText phrase) {
        wrapped(indent, indent, phrase);
    }

    /** Writes text, wrapped; the lines after the first have another indentation. */
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
