package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;

/** Finds any of several words, each of at least two letters, in bytes. */
public final class ByteMatcher {

    /** The size of the tables of letter pairs, a power of two; two pairs may share a slot. */
    private static final int PAIRS = 1024;

    private final byte[][] words;

    /** Whether a word begins with the pair of letters; {@code ends}: whether one ends with it. */
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

    /** Whether a whole word is at this index. */
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

    /** The index of the word that ends before {@code after}, -1 if there is none. */
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

    /** Whether a word is anywhere in this range. */
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
