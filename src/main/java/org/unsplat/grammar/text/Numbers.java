package org.unsplat.grammar.text;

/** Numbers in kernel text. Addresses are printed with and without {@code 0x}; JSON always has it. */
public final class Numbers {

    private Numbers() {}

    /** The address with {@code 0x}, or null if it is a word such as {@code (ptrval)}. */
    public static String address(String printed) {
        var start = printed.startsWith("0x") ? 2 : 0;
        return start == printed.length() || hexEnd(printed, start) < printed.length()
                ? null
                : start > 0 ? printed : "0x" + printed;
    }

    /** The index after the hexadecimal digits that begin at {@code start}. */
    public static int hexEnd(String text, int start) {
        var at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** The digits of an address, or the word printed in its place. */
    public static String printedAddress(String address, String addressText) {
        return address == null ? addressText : address.substring(2);
    }

    /** The number, null if there is none or if it does not fit an int. */
    public static Integer parseInt(String digits) {
        try {
            return digits == null ? null : Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
