package org.unsplat.grammar;

import java.util.regex.Pattern;

/** Addresses, which the kernel prints with and without {@code 0x} and JSON has with it. */
public final class Hex {

    private static final Pattern DIGITS = Pattern.compile("(?:0x)?[0-9a-f]+");

    private Hex() {
    }

    /** The address with {@code 0x}, or null where it is a word such as {@code (ptrval)}. */
    public static String of(String printed) {
        return !DIGITS.matcher(printed).matches() ? null : printed.startsWith("0x") ? printed : "0x" + printed;
    }

    /** The bare digits of an address, or the word that was printed in its place. */
    public static String bare(String address, String addressText) {
        return address == null ? addressText : address.substring(2);
    }

    /** A whole number, null for none or for one that no kernel prints. */
    public static Integer number(String digits) {
        try {
            return digits == null ? null : Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
