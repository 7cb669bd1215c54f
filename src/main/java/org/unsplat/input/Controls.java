package org.unsplat.input;

/**
 * What a terminal, a browser or a mailer adds to characters: colours, lone carriage returns, other control characters,
 * blanks that are none, HTML entities.
 *
 * <pre>{@code
 * ^[[32m[   12.345678] ^[[0mtext
 * Loading  10%^MLoading 100%^M[   12.345678] text
 * ->#1 (&amp;x->lock){+.+.}-{4:4}:
 * }</pre>
 *
 * <p>A carriage return in a line makes several lines of the same number.
 */
final class Controls implements Layer {

    private static final String[][] ENTITIES = {
        {"lt;", "<"},
        {"gt;", ">"},
        {"amp;", "&"},
        {"quot;", "\""},
        {"nbsp;", " "},
        {"#39;", "'"},
        {"#x27;", "'"},
        {"apos;", "'"},
        {"#62;", ">"},
        {"#60;", "<"},
        {"#160;", " "}
    };

    private final Layer next;

    Controls(Layer next) {
        this.next = next;
    }

    @Override
    public void take(Draft line) {
        var text = line.text();
        if (isPlain(text)) {
            next.take(line);
            return;
        }
        var given = false;
        for (var start = 0; start <= text.length(); ) {
            var end = text.indexOf('\r', start);
            end = end < 0 ? text.length() : end;
            var piece = clean(text.substring(start, end));
            start = end + 1;
            // What a carriage return leaves empty is the cursor's way back, not a line
            if (!piece.isBlank() || start > text.length() && !given) {
                next.take(line.with(piece));
                given = true;
            }
        }
    }

    /** Blank to tilde without an ampersand, and tabs: most lines need no look at what they hold. */
    private static boolean isPlain(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c < ' ' && c != '\t' || c == '&' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        var unescaped = text.indexOf('&') >= 0 && text.indexOf(';') >= 0 ? entities(text) : text;
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
        return kept.toString();
    }

    /** Control characters, and what marks byte order, joins or directions and has no width. */
    private static boolean isNothing(char c) {
        return c < ' ' && c != '\t' || c == 0x7f || c == '\ufeff' || c >= '\u200b' && c <= '\u200f';
    }

    /**
     * Where the escape sequence ends that begins here: {@code ESC [ ... letter}, {@code ESC ] ... BEL}, {@code ESC c}.
     */
    private static int escapeEnd(String text, int start) {
        var at = start + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            for (at++; at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@'; ) {
                at++;
            }
        } else if (at < text.length() && text.charAt(at) == ']') {
            while (at < text.length() && text.charAt(at) != '\u0007' && text.charAt(at) != '\\') {
                at++;
            }
        } else if (at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == ')')) {
            at++;
        }
        return Math.min(at + 1, text.length());
    }

    private static String entities(String text) {
        var out = new StringBuilder(text.length());
        var from = 0;
        for (var at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            for (var entity : ENTITIES) {
                if (at >= from && text.startsWith(entity[0], at + 1)) {
                    out.append(text, from, at).append(entity[1]);
                    from = at + 1 + entity[0].length();
                    break;
                }
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    @Override
    public boolean isThrough() {
        return next.isThrough();
    }

    @Override
    public void end() {
        next.end();
    }
}
