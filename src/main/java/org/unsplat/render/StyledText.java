package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;

/** Text in several styles that knows its width. All text is made safe when it is added. */
public final class StyledText {

    /** A blank at which lines are not broken. */
    public static final char NBSP = '\u00a0';

    private static final String CUT = "...";
    private final List<Part> parts = new ArrayList<>();

    private record Part(Style style, String text) {

        public int width() {
            return text.codePointCount(0, text.length());
        }
    }

    public static StyledText of(String text) {
        return new StyledText().add(text);
    }

    public static StyledText of(Style style, String text) {
        return new StyledText().add(style, text);
    }

    public StyledText add(String text) {
        return add(Style.PLAIN, text);
    }

    public StyledText add(Style style, String text) {
        var safe = SafeText.of(text);
        if (!safe.isEmpty()) {
            parts.add(new Part(style, safe));
        }
        return this;
    }

    public StyledText add(StyledText other) {
        parts.addAll(other.parts);
        return this;
    }

    public StyledText pad(int width) {
        return add(" ".repeat(Math.max(0, width - width())));
    }

    public int width() {
        return parts.stream().mapToInt(Part::width).sum();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The text in at most this width; the end is cut off. */
    public StyledText cut(int width) {
        if (width() <= width) {
            return this;
        }
        return part(0, Math.max(0, width - CUT.length())).add(Style.DIM, CUT);
    }

    /** The text in a range of columns. */
    private StyledText part(int from, int to) {
        var cut = new StyledText();
        var at = 0;
        for (var part : parts) {
            var first = Math.min(Math.max(from - at, 0), part.width());
            var end = Math.min(Math.max(to - at, 0), part.width());
            cut.add(
                    part.style(),
                    part.text()
                            .substring(
                                    part.text().offsetByCodePoints(0, first),
                                    part.text().offsetByCodePoints(0, end)));
            at += part.width();
        }
        return cut;
    }

    /** The text as lines of at most this width, broken at blanks; wider words are broken too. */
    public List<StyledText> wrap(int width) {
        var lines = new ArrayList<StyledText>();
        var line = new StyledText();
        for (var word : words()) {
            while (word.trimmedWidth() > width) {
                if (!line.isEmpty()) {
                    lines.add(line);
                    line = new StyledText();
                }
                var end = word.afterSlash(width);
                lines.add(word.part(0, end));
                word = word.part(end, word.width());
            }
            var room = width - line.width();
            if (!line.isEmpty() && word.trimmedWidth() > room) {
                lines.add(line);
                line = new StyledText();
            }
            line.add(word);
        }
        lines.add(line);
        return lines;
    }

    /** The column at which a word is broken: after the last slash in the right half of the line, else at its end. */
    private int afterSlash(int width) {
        var line = part(0, width).text(false);
        var slash = line.lastIndexOf('/') + 1;
        return slash > width / 2 && slash < width ? line.codePointCount(0, slash) : width;
    }

    public int widestWord() {
        return words().stream().mapToInt(StyledText::trimmedWidth).max().orElse(0);
    }

    /** The width without a blank at the end. */
    public int trimmedWidth() {
        return width() - (!parts.isEmpty() && parts.get(parts.size() - 1).text().endsWith(" ") ? 1 : 0);
    }

    /** The words, each with the blank after it. */
    private List<StyledText> words() {
        var words = new ArrayList<StyledText>();
        var word = new StyledText();
        for (var part : parts) {
            for (var piece : part.text().split("(?<= )")) {
                word.parts.add(new Part(part.style(), piece));
                if (piece.endsWith(" ")) {
                    words.add(word);
                    word = new StyledText();
                }
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    /** The text for a terminal, without blanks at the end, whatever their style. */
    public String text(boolean colour) {
        var end = parts.size();
        while (end > 0 && parts.get(end - 1).text().isBlank()) {
            end--;
        }
        var text = new StringBuilder();
        for (var i = 0; i < end; i++) {
            var words = parts.get(i).text().replace(NBSP, ' ');
            var shown = i < end - 1 ? words : words.stripTrailing();
            text.append(colour ? parts.get(i).style().paint(shown) : shown);
        }
        return text.toString();
    }
}
