package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;

/** Text in several styles, which knows how wide it is. All text is made safe as it comes in. */
final class Phrase {

    /** A blank at which no line ends. */
    static final char TIE = '\u00a0';

    private static final String CUT = "...";
    private final List<Part> parts = new ArrayList<>();

    private record Part(Style style, String text) {

        int width() {
            return text.codePointCount(0, text.length());
        }
    }

    static Phrase of(String text) {
        return new Phrase().add(text);
    }

    static Phrase of(Style style, String text) {
        return new Phrase().add(style, text);
    }

    Phrase add(String text) {
        return add(Style.PLAIN, text);
    }

    Phrase add(Style style, String text) {
        var safe = SafeText.of(text);
        if (!safe.isEmpty()) {
            parts.add(new Part(style, safe));
        }
        return this;
    }

    Phrase add(Phrase other) {
        parts.addAll(other.parts);
        return this;
    }

    Phrase pad(int width) {
        return add(" ".repeat(Math.max(0, width - width())));
    }

    int width() {
        return parts.stream().mapToInt(Part::width).sum();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** No wider than this: the end goes. */
    Phrase cut(int width) {
        if (width() <= width) {
            return this;
        }
        return part(0, Math.max(0, width - CUT.length())).add(Style.DIM, CUT);
    }

    /** What stands from one column to another. */
    private Phrase part(int from, int to) {
        var cut = new Phrase();
        int at = 0;
        for (var part : parts) {
            int first = Math.min(Math.max(from - at, 0), part.width());
            int end = Math.min(Math.max(to - at, 0), part.width());
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

    /** In lines no wider than this, broken at blanks; a word that is wider is broken where it must be. */
    List<Phrase> wrap(int width) {
        var lines = new ArrayList<Phrase>();
        var line = new Phrase();
        for (var word : words()) {
            while (word.trimmedWidth() > width) {
                if (!line.isEmpty()) {
                    lines.add(line);
                    line = new Phrase();
                }
                int end = word.afterSlash(width);
                lines.add(word.part(0, end));
                word = word.part(end, word.width());
            }
            int room = width - line.width();
            if (!line.isEmpty() && word.trimmedWidth() > room) {
                lines.add(line);
                line = new Phrase();
            }
            line.add(word);
        }
        lines.add(line);
        return lines;
    }

    /** Where a word is best broken: after the last slash that leaves a good part of the line in use, or right there. */
    private int afterSlash(int width) {
        var line = part(0, width).text(false);
        int slash = line.lastIndexOf('/') + 1;
        return slash > width / 2 && slash < width ? line.codePointCount(0, slash) : width;
    }

    int widestWord() {
        return words().stream().mapToInt(Phrase::trimmedWidth).max().orElse(0);
    }

    /** Without the blank at its end. */
    int trimmedWidth() {
        return width() - (!parts.isEmpty() && parts.get(parts.size() - 1).text().endsWith(" ") ? 1 : 0);
    }

    /** Words with the blank after them. */
    private List<Phrase> words() {
        var words = new ArrayList<Phrase>();
        var word = new Phrase();
        for (var part : parts) {
            for (var piece : part.text().split("(?<= )")) {
                word.parts.add(new Part(part.style(), piece));
                if (piece.endsWith(" ")) {
                    words.add(word);
                    word = new Phrase();
                }
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    /** For a screen: without blanks at the end, whatever their style. */
    String text(boolean colour) {
        int end = parts.size();
        while (end > 0 && parts.get(end - 1).text().isBlank()) {
            end--;
        }
        var text = new StringBuilder();
        for (int i = 0; i < end; i++) {
            var words = parts.get(i).text().replace(TIE, ' ');
            var shown = i < end - 1 ? words : words.stripTrailing();
            text.append(colour ? parts.get(i).style().paint(shown) : shown);
        }
        return text.toString();
    }
}
