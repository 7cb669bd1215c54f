package org.unsplat.grammar.stack;

import org.unsplat.input.bytes.Regex;

/** The beginning of a {@link Symbol} whose rest is on the next line. */
final class CutSymbol {

    private static final Regex NAME_ALONE = new Regex("[A-Za-z_][\\w$.]*(?:\\+0?)?");
    private static final Regex INLINE_CUT =
            new Regex("[\\w$.]+ [\\w./+-]+/[\\w.+-]+\\.(?:[chS]|rs)(?::-?\\d*(?: \\[\\w*)?)?");
    private static final Regex SOURCE_START = new Regex("^<[&*\\[(\\w][^<>:]*::");
    private static final Regex OPEN = new Regex("[A-Za-z_$.][\\w$.]* \\((?>[^\\s()]+:\\d{1,9})"
            + "(?:[ \\w./:?+@~,=-]++|\\(discriminator \\d{1,9}\\))*+(?:(?<= )\\(discriminator(?: \\d{0,9})?)?");

    private CutSymbol() {}

    /** Whether the text is the beginning of a symbol, and long enough not to be anything else. */
    static boolean isCut(String text) {
        var plus = text.indexOf("+0x");
        if (plus > 0) {
            return isCut(Symbol.PRINTED, text) && !text.contains(": ");
        }
        if (text.contains("::")) {
            return isCutSource(text);
        }
        var open = text.indexOf(" (");
        if (open > 0) {
            return text.indexOf(':', open) > 0 && OPEN.matches(text);
        }
        return text.indexOf('/') > 0 && INLINE_CUT.matches(text);
    }

    /** A name with blanks in it may be cut at any of them. */
    private static boolean isCutSource(String text) {
        var end = SourceName.end(text);
        var rest = end < 0 ? "" : "f" + text.substring(end);
        return end < 0 ? SOURCE_START.matcher(text).find() : OPEN.matches(rest) || INLINE_CUT.matches(rest);
    }

    /** Whether a text that is not {@link #isCut} may be the beginning of a symbol, or of anything else. */
    static boolean mayBeCut(String text) {
        var blank = text.indexOf(' ');
        if (blank < 0 || text.contains("::")) {
            return NAME_ALONE.matches(text) || SourceName.matches(text);
        }
        return isPath(text, blank + 1) && isCut(Symbol.INLINE, text);
    }

    /** Whether the word at {@code start} may be a path. */
    private static boolean isPath(String text, int start) {
        var end = text.indexOf(' ', start);
        var dot = text.indexOf('.', start);
        var slash = text.indexOf('/', start);
        return end < 0 || dot >= 0 && dot < end || slash >= 0 && slash < end;
    }

    private static boolean isCut(Regex pattern, String text) {
        var match = pattern.matcher(text);
        return !match.matches() && match.hitEnd();
    }
}
