package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;

/** Words that are looked for in bytes, any of them. */
public final class ByteMatcher {

    private final byte[][] words;
    private final boolean[] starts = new boolean[256];

    public ByteMatcher(String... words) {
        this.words = new byte[words.length][];
        for (var i = 0; i < words.length; i++) {
            this.words[i] = words[i].getBytes(StandardCharsets.ISO_8859_1);
            starts[words[i].charAt(0)] = true;
        }
    }

    /** Whether one of them stands here, whole. */
    public boolean areAt(byte[] bytes, int at, int end) {
        if (at < 0 || at >= end || !starts[bytes[at] & 0xff]) {
            return false;
        }
        for (var word : words) {
            if (isAt(word, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Where the one begins that ends before this place, -1 where there is none. */
    public int startOf(byte[] bytes, int after, int end) {
        for (var word : words) {
            if (after >= word.length && isAt(word, bytes, after - word.length, end)) {
                return after - word.length;
            }
        }
        return -1;
    }

    /** Whether one of them stands anywhere between these places. */
    public boolean areIn(byte[] bytes, int from, int end) {
        for (var at = from; at < end; at++) {
            if (starts[bytes[at] & 0xff] && areAt(bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] word, byte[] bytes, int at, int end) {
        if (at + word.length > end) {
            return false;
        }
        for (var i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
