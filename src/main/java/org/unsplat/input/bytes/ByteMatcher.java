package org.unsplat.input.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds any of several words, each of at least two letters, in bytes. */
public final class ByteMatcher {

    /** The size of the tables of letter pairs, a power of two; two pairs may share a slot. */
    private static final int PAIRS = 1024;

    /** The words of each group, which begin or end with pairs in one slot; the first group is empty. */
    private final byte[][][] groups;

    /** The group of the words that begin with the pair of letters; {@code ends}: of those that end with it. */
    private final byte[] starts = new byte[PAIRS];

    private final byte[] ends = new byte[PAIRS];

    public ByteMatcher(String... words) {
        var all = new ArrayList<byte[][]>();
        all.add(new byte[0][]);
        for (var text : words) {
            var word = text.getBytes(StandardCharsets.ISO_8859_1);
            add(word, starts, pair(word, 0), all);
            add(word, ends, pair(word, word.length - 2), all);
        }
        groups = all.toArray(byte[][][]::new);
    }

    private static void add(byte[] word, byte[] table, int slot, List<byte[][]> groups) {
        if (table[slot] == 0) {
            table[slot] = (byte) groups.size();
            groups.add(new byte[0][]);
        }
        var group = groups.get(table[slot]);
        var more = Arrays.copyOf(group, group.length + 1);
        more[group.length] = word;
        groups.set(table[slot], more);
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] << 3 ^ bytes[at + 1]) & PAIRS - 1;
    }

    /** Whether a whole word is at this index. */
    public boolean areAt(byte[] bytes, int at, int end) {
        if (at < 0 || at + 1 >= end) {
            return false;
        }
        for (var word : groups[starts[pair(bytes, at)]]) {
            if (isAt(word, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** The index of the word that ends before {@code after}, -1 if there is none. */
    public int startOf(byte[] bytes, int after, int end) {
        if (after < 2) {
            return -1;
        }
        for (var word : groups[ends[pair(bytes, after - 2)]]) {
            if (after >= word.length && isAt(word, bytes, after - word.length, end)) {
                return after - word.length;
            }
        }
        return -1;
    }

    /** Whether a word is anywhere in this range. */
    public boolean areIn(byte[] bytes, int from, int end) {
        for (var at = from; at < end - 1; at++) {
            if (starts[pair(bytes, at)] != 0 && areAt(bytes, at, end)) {
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
