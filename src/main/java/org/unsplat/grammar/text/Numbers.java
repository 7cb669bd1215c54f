package org.unsplat.grammar.text;

/** Addresses, which the kernel prints with and without {@code 0x} and JSON has with it. */
public final class Numbers {

    private Numbers() {}

    /** The address with {@code 0x}, or null where it is a word such as {@code (ptrval)}. */
    public static String address(String printed) {
        var start = printed.startsWith("0x") ? 2 : 0;
        return start == printed.length() || hexEnd(printed, start) < printed.length()
                ? null
                : start > 0 ? printed : "0x" + printed;
    }

    /** Past the hexadecimal digits that stand here. */
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

    /** The bare digits of an address, or the word that was printed in its place. */
    public static String printedAddress(String address, String addressText) {
        return address == null ? addressText : address.substring(2);
    }

    /** A whole number, null for none or for one that no kernel prints. */
    public static Integer parseInt(String digits) {
        try {
            return digits == null ? null : Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
