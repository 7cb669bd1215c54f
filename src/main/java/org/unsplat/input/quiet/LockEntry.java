package org.unsplat.input.quiet;

/** An entry in a list of held locks, {@code #0: ffffffff81234567 (x){+.+.}, at: f}. */
final class LockEntry {

    private LockEntry() {}

    /** Whether an index of one or two digits and a colon follow this number sign. */
    static boolean isAt(byte[] bytes, int at, int end) {
        var before = at - 1;
        while (before > 3 && bytes[before] == ' ') {
            before--;
        }
        // A word before it, unless that ends an escaped line end: #012 or \\x0a
        if (before > 3 && isWord(bytes[before]) && bytes[before - 3] != '#' && bytes[before - 3] != '\\') {
            return false;
        }
        var place = at + 1;
        while (place < end && bytes[place] == ' ') {
            place++;
        }
        var digits = place;
        while (place < end && bytes[place] >= '0' && bytes[place] <= '9') {
            place++;
        }
        return place > digits && place <= digits + 2 && place < end && bytes[place] == ':';
    }

    private static boolean isWord(byte c) {
        return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
