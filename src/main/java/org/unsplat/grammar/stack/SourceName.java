package org.unsplat.grammar.stack;

/**
 * The name of a Rust or C++ function as in the source, which tools print in place of the symbol:
 * {@code <rnull::NullBlkModule as kernel::InPlaceModule>::init}. It has blanks only within brackets.
 */
public final class SourceName {

    private SourceName() {}

    /** Whether the whole text is such a name; names of C functions are not. */
    static boolean matches(String text) {
        return text.contains("::") && end(text) == text.length();
    }

    /** Whether the text ends within parentheses, as a place that breaks off. */
    public static boolean isOpen(String text) {
        var depth = 0;
        for (var at = text.indexOf('('); at >= 0 && at < text.length(); at++) {
            var c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth > 0;
    }

    /** The number of leading characters of the text that certainly belong to such a name, possibly 0. */
    public static int start(String text) {
        return text.contains("::") ? Math.max(0, end(text)) : 0;
    }

    /** The index of the first blank outside of brackets, or the length; -1 if brackets do not match. */
    static int end(String text) {
        var depth = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if ("<([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 || c == '>' && text.charAt(Math.max(0, at - 1)) != '-') {
                depth--;
            } else if (depth == 0 && (c == ' ' || c == ':' && !isDoubled(text, at))) {
                return at;
            }
            if (depth < 0) {
                return -1;
            }
        }
        return depth == 0 ? text.length() : -1;
    }

    private static boolean isDoubled(String text, int at) {
        return text.startsWith("::", at) || at > 0 && text.startsWith("::", at - 1);
    }
}
