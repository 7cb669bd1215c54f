package org.unsplat.input.bytes;

/**
 * Runs of digits and blanks in a text. Digits are ASCII's: the kernel prints no others. Each method takes the place of
 * the first character to look at, and a place is never before it nor after the end of the text.
 */
public final class TextScanner {

    private TextScanner() {}

    /** Whether the character is one of 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a digit stands there; not before nor behind the text. */
    public static boolean isDigitAt(CharSequence text, int at) {
        return at >= 0 && at < text.length() && isDigit(text.charAt(at));
    }

    /** Whether the character stands there; not behind the text. */
    public static boolean isAt(CharSequence text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** The place after the digits that stand here. */
    public static int digitsEnd(CharSequence text, int from) {
        return digitsEnd(text, from, text.length());
    }

    /** The same, but not beyond {@code limit}. */
    public static int digitsEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The place after the hexadecimal digits, of either case, that stand here. */
    public static int hexEnd(CharSequence text, int from) {
        var at = from;
        while (at < text.length() && isHexDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }

    /** The place after the spaces that stand here. */
    public static int spacesEnd(CharSequence text, int from) {
        return spacesEnd(text, from, text.length());
    }

    /** The same, but not beyond {@code limit}. */
    public static int spacesEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && isAt(text, at, ' ')) {
            at++;
        }
        return at;
    }

    /** The place after the spaces and tabs that stand here, but not beyond {@code limit}. */
    public static int blanksEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && (isAt(text, at, ' ') || isAt(text, at, '\t'))) {
            at++;
        }
        return at;
    }

    /** How many spaces and tabs the text begins with. */
    public static int blanksEnd(CharSequence text) {
        return blanksEnd(text, 0, text.length());
    }

    /** Whether the text is a number of fewer digits than {@code limit}. */
    public static boolean isNumber(CharSequence text, int limit) {
        return text.length() > 0 && text.length() < limit && digitsEnd(text, 0) == text.length();
    }
}
