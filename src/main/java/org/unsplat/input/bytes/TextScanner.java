package org.unsplat.input.bytes;

/**
 * Scans digits and blanks in a text. Digits are ASCII, because the kernel prints no others. Each method takes the index of
 * the first character to look at; a returned index is in the range from there to the end of the text.
 */
public final class TextScanner {

    private TextScanner() {}

    /** Whether the character is an ASCII digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether there is a digit at this index, which may be outside the text. */
    public static boolean isDigitAt(CharSequence text, int at) {
        return at >= 0 && at < text.length() && isDigit(text.charAt(at));
    }

    /** Whether this character is at the index, which may be after the text. */
    public static boolean isAt(CharSequence text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** The index after the digits that begin here. */
    public static int digitsEnd(CharSequence text, int from) {
        return digitsEnd(text, from, text.length());
    }

    /** The same, up to {@code limit}. */
    public static int digitsEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The index after the hexadecimal digits, of either case, that begin here. */
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

    /** The index after the spaces that begin here. */
    public static int spacesEnd(CharSequence text, int from) {
        return spacesEnd(text, from, text.length());
    }

    /** The same, up to {@code limit}. */
    public static int spacesEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && isAt(text, at, ' ')) {
            at++;
        }
        return at;
    }

    /** The index after the spaces and tabs that begin here, up to {@code limit}. */
    public static int blanksEnd(CharSequence text, int from, int limit) {
        var at = from;
        while (at < limit && (isAt(text, at, ' ') || isAt(text, at, '\t'))) {
            at++;
        }
        return at;
    }

    /** The number of spaces and tabs at the beginning of the text. */
    public static int blanksEnd(CharSequence text) {
        return blanksEnd(text, 0, text.length());
    }

    /** Whether the text is a number with fewer than {@code limit} digits. */
    public static boolean isNumber(CharSequence text, int limit) {
        return text.length() > 0 && text.length() < limit && digitsEnd(text, 0) == text.length();
    }
}
