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
        var cut = new Phrase();
        int room = Math.max(0, width - CUT.length());
        for (var part : parts) {
            int take = Math.min(room, part.width());
            cut.add(part.style(), part.text().substring(0, part.text().offsetByCodePoints(0, take)));
            room -= take;
        }
        return cut.add(Style.DIM, CUT);
    }

    /** In lines no wider than this, broken at blanks; a word that is wider stands alone. */
    List<Phrase> wrap(int width) {
        var lines = new ArrayList<Phrase>();
        var line = new Phrase();
        for (var word : words()) {
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

    private int trimmedWidth() {
        int last = parts.size() - 1;
        return width() - (parts.get(last).text().endsWith(" ") ? 1 : 0);
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

    String text(boolean colour) {
        var text = new StringBuilder();
        for (var part : parts) {
            var words = part.text().replace(TIE, ' ');
            text.append(colour ? part.style().paint(words) : words);
        }
        return colour ? text.toString() : text.toString().stripTrailing();
    }
}
