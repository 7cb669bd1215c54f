package org.unsplat.input.bytes;

/** Two hexadecimal digits, as in {@code =3D} and {@code \x0a}. */
public final class HexByte {

    private HexByte() {}

    /** The value of the two digits at this index, -1 if they are not digits. */
    public static int at(String text, int place) {
        if (place + 2 > text.length()) {
            return -1;
        }
        var high = Character.digit(text.charAt(place), 16);
        var low = Character.digit(text.charAt(place + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
