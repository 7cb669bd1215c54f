package org.unsplat.input;

import java.util.Locale;

/** The text of a mail that was sent as HTML alone: tags gone; {@code <br>} and the ends of blocks end a line. */
final class HtmlText implements Layer {

    private final Layer next;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder tag = new StringBuilder();
    private boolean inTag;
    private boolean preformatted;
    private String hidden;

    HtmlText(Layer next) {
        this.next = next;
    }

    @Override
    public void take(Draft line) {
        var source = line.text();
        for (var at = 0; at < source.length(); at++) {
            var c = source.charAt(at);
            if (inTag && c == '>') {
                inTag = false;
                closeTag(line);
            } else if (inTag) {
                // A tag is known by its name; attributes may be long
                if (tag.length() < 16) {
                    tag.append(c);
                }
            } else if (c == '<') {
                inTag = true;
                tag.setLength(0);
            } else if (hidden == null) {
                text.append(c);
            }
        }
        // Outside of <pre> a line end is a blank, but mailers that put a log there break it where it breaks
        if (preformatted || text.length() > 0) {
            emit(line);
        }
    }

    private void closeTag(Draft line) {
        var name = tag.toString().toLowerCase(Locale.ROOT).split("[ /\t]", 3);
        var closes = tag.length() > 0 && tag.charAt(0) == '/';
        var word = name[closes && name.length > 1 ? 1 : 0];
        switch (word) {
            case "pre" -> preformatted = !closes;
            case "script", "style", "head" -> hidden = closes ? null : word;
            case "br" -> emit(line);
            case "p", "div", "tr", "li" -> {
                if (closes && text.length() > 0) {
                    emit(line);
                }
            }
            default -> {}
        }
    }

    private void emit(Draft line) {
        next.take(new Draft(line.number(), text.toString(), line.letter()));
        text.setLength(0);
    }

    @Override
    public void end() {
        next.end();
    }
}
