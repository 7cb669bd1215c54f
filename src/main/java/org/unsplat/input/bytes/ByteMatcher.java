package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;

/** Words of two letters at least that are looked for in bytes, any of them. */
public final class ByteMatcher {

    /** Slots for pairs of letters, a power of two; two pairs may share one. */
    private static final int PAIRS = 1024;

    private final byte[][] words;

    /** By their first two letters, whether one of the words may begin so; and the same for their last two. */
    private final boolean[] starts = new boolean[PAIRS];

    private final boolean[] ends = new boolean[PAIRS];

    public ByteMatcher(String... words) {
        this.words = new byte[words.length][];
        for (var i = 0; i < words.length; i++) {
            var word = words[i].getBytes(StandardCharsets.ISO_8859_1);
            this.words[i] = word;
            starts[pair(word, 0)] = true;
            ends[pair(word, word.length - 2)] = true;
        }
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] << 3 ^ bytes[at + 1]) & PAIRS - 1;
    }

    /** Whether one of them stands here, whole. */
    public boolean areAt(byte[] bytes, int at, int end) {
        if (at < 0 || at + 1 >= end || !starts[pair(bytes, at)]) {
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
        if (after < 2 || !ends[pair(bytes, after - 2)]) {
            return -1;
        }
        for (var word : words) {
            if (after >= word.length && isAt(word, bytes, after - word.length, end)) {
                return after - word.length;
            }
        }
        return -1;
    }

    /** Whether one of them stands anywhere between these places. */
    public boolean areIn(byte[] bytes, int from, int end) {
        for (var at = from; at < end - 1; at++) {
            if (starts[pair(bytes, at)] && areAt(bytes, at, end)) {
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
