package org.unsplat.input.markup;

import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * The text of a page or mail in HTML. Tags are removed; {@code <br>} and the ends of blocks end a line. The kernel's own text
 * in angle brackets stays, and a quoted block becomes quoted text.
 */
public final class HtmlText extends Layer {

    /** Around text of XML in which nothing is a tag, as in JUnit's {@code <system-out>}. */
    private static final String LITERAL = "<![CDATA[";

    private static final String LITERAL_END = "]]>";

    private final StringBuilder text = new StringBuilder();
    private String tag;
    private boolean closes;
    private char quote;
    private boolean preformatted;
    private boolean literal;
    private String hidden;
    private int depth;

    public HtmlText(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        var source = line.text();
        for (var at = 0; at < source.length(); at++) {
            if (tag != null) {
                inTag(line, source, at);
            } else if (source.startsWith(literal ? LITERAL_END : LITERAL, at)) {
                at += (literal ? LITERAL_END : LITERAL).length() - 1;
                literal = !literal;
            } else if (literal) {
                text.append(source.charAt(at));
            } else if (source.charAt(at) == '<' && begins(source, at)) {
                quote = 0;
            } else if (hidden == null) {
                text.append(source.charAt(at));
            }
        }
        // Outside of <pre> a line end means a blank, but mailers that send a log there keep its lines
        if (tag == null && (preformatted || literal || text.length() > 0)) {
            emit(line);
        }
    }

    private boolean begins(String source, int at) {
        var name = HtmlTag.nameAt(source, at);
        closes = source.startsWith("/", at + 1);
        if (name == null || hidden != null && !(closes && name.equals(hidden))) {
            return false;
        }
        tag = source.startsWith("<!--", at) ? "!--" : name;
        return true;
    }

    private void inTag(PartialLine line, String source, int at) {
        var c = source.charAt(at);
        if (tag.equals("!--")) {
            tag = c == '>' && source.startsWith("--", at - 2) ? null : tag;
        } else if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if ((c == '"' || c == '\'') && at > 0 && source.charAt(at - 1) == '=') {
            quote = c;
        } else if (c == '>') {
            var name = tag;
            tag = null;
            close(line, name);
        }
    }

    private void close(PartialLine line, String name) {
        switch (name) {
            case "pre" -> preformatted = !closes;
            case "script", "style", "head" -> hidden = closes ? null : name;
            case "br" -> emit(line);
            case "a" -> text.append(closes && HtmlTag.isLineNumber(text) ? "\t" : "");
            case "td", "th" -> text.append(closes ? "\t" : "");
            default -> {}
        }
        if (HtmlTag.isBlock(name) && text.length() > 0 && (closes || !preformatted)) {
            emit(line);
        }
        if (name.equals("blockquote")) {
            depth = Math.max(0, depth + (closes ? -1 : 1));
        }
    }

    private void emit(PartialLine line) {
        var said = text.toString();
        text.setLength(0);
        next.take(new PartialLine(line.number(), said, line.message()).unquoted(said, depth));
    }
}
