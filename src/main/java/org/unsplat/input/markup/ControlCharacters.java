package org.unsplat.input.markup;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.unsplat.input.bytes.Regex;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes what terminals, browsers and mailers add to characters: colours, lone carriage returns, other control characters,
 * unusual blanks, HTML entities.
 *
 * <pre>{@code
 * ^[[32m[   12.345678] ^[[0mtext
 * Loading  10%^MLoading 100%^M[   12.345678] text
 * ->#1 (&amp;x->lock){+.+.}-{4:4}:
 * }</pre>
 *
 * <p>A carriage return within a line splits it into lines of the same number.
 */
public final class ControlCharacters extends Layer {

    private static final Regex ENTITY = new Regex("&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([a-z]{2,6}));");

    /** A colour whose escape character was spelled out, or lost. */
    private static final Regex COLOUR =
            new Regex("(?:\\^\\[|#033|#x1[bB]|\\\\(?:x1[bB]|u001[bB]|033|e)|\\u001b)?\\[\\d{1,3}(?:;\\d{1,3})*m");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("rarr", "\u2192"),
            Map.entry("rsquo", "\u2019"));

    /** What begins a string for the terminal after the escape character; {@code BEL} or {@code ESC \\} ends it. */
    private static final String STRING_STARTS = "]P_^X";

    public ControlCharacters(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        var text = Fences.begun(line.text());
        var isColoured = mayBeColoured(text);
        if (!isColoured && isPrintable(text) && !mayBeMarkup(text)) {
            next.take(text.equals(line.text()) ? line : line.with(text));
            return;
        }
        var source = Markup.undone(isColoured ? COLOUR.matcher(text).replaceAll("") : text);
        var given = false;
        for (var start = 0; start <= source.length(); ) {
            var end = lineEnd(source, start);
            var piece = clean(source.substring(start, end));
            start = end + 1;
            // An empty piece before a carriage return only moved the cursor
            if (!piece.isBlank() || start > source.length() && !given) {
                next.take(line.with(piece));
                given = true;
            }
        }
    }

    private static int lineEnd(String text, int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** Whether the text has only blank to tilde, and tabs. */
    private static boolean isPrintable(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c < ' ' && c != '\t' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text may contain an entity, a tag or an escape. */
    private static boolean mayBeMarkup(String text) {
        return text.indexOf('&') >= 0 || text.indexOf('<') >= 0 || text.indexOf('\\') >= 0;
    }

    /** Whether a backslash may begin an escape, and not a name of ACPI. */
    public static boolean mayBeEscaped(String text) {
        var at = text.indexOf('\\');
        while (at >= 0 && Markup.isOfAcpi(text, at)) {
            at = text.indexOf('\\', at + 1);
        }
        return at >= 0;
    }

    /** Whether a number and {@code m} are in brackets that do not close. */
    public static boolean mayBeColoured(String text) {
        for (var at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
            var end = at + 1;
            while (end < text.length() && (text.charAt(end) == ';' || Character.isDigit(text.charAt(end)))) {
                end++;
            }
            if (end > at + 1 && end < text.length() && text.charAt(end) == 'm') {
                return true;
            }
        }
        return false;
    }

    private static String clean(String text) {
        var unescaped = text.indexOf('&') >= 0 && text.indexOf(';') >= 0 ? entities(text) : text;
        if (isPrintable(unescaped)) {
            return unescaped;
        }
        var kept = new StringBuilder(unescaped.length());
        for (var at = 0; at < unescaped.length(); at++) {
            var c = unescaped.charAt(at);
            if (c == '\u001b') {
                at = escapeEnd(unescaped, at) - 1;
            } else if (c == '\u00a0' || c == '\u202f') {
                kept.append(' ');
            } else if (!isNothing(c)) {
                kept.append(c);
            }
        }
        return Markup.typed(kept.toString());
    }

    /** Whether it is a control character, or one without width: a byte order mark, a joiner, a direction mark. */
    private static boolean isNothing(char c) {
        return c < ' ' && c != '\t' || c == 0x7f || c == '\ufeff' || c >= '\u200b' && c <= '\u200f';
    }

    /**
     * The index after the escape sequence that begins here: {@code ESC [ ... letter}, {@code ESC c}, or a string for the terminal
     * such as {@code ESC ] ... BEL} and Buildkite's {@code ESC _ bk;t=1719316800123 BEL}.
     */
    private static int escapeEnd(String text, int start) {
        var at = start + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            for (at++; at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@'; ) {
                at++;
            }
        } else if (at < text.length() && STRING_STARTS.indexOf(text.charAt(at)) >= 0) {
            return stringEnd(text, at + 1);
        } else if (at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == ')')) {
            at++;
        }
        return Math.min(at + 1, text.length());
    }

    /** The index after a string for the terminal. A title may be cut at the end of a line; else no end means that it is none. */
    private static int stringEnd(String text, int start) {
        for (var at = start; at < text.length(); at++) {
            if (text.charAt(at) == '\u0007' || text.charAt(at) == '\\') {
                return at + 1;
            }
        }
        return text.charAt(start - 1) == ']' ? text.length() : start;
    }

    private static String entities(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    /** The character of an entity; the entity itself if unknown. */
    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        var code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return code < ' ' || !Character.isValidCodePoint(code) ? entity.group() : Character.toString(code);
    }

    @Override
    public boolean isTransparent() {
        return next.isTransparent();
    }
}
