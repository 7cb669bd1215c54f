package org.unsplat.triage;

import static java.lang.Integer.rotateRight;

import java.util.Arrays;

/**
 * SHA-256 as in FIPS 180-4. Java has it too, but loads a provider of security for it, which takes longer than reading a small
 * log.
 */
final class Sha256 {

    private static final int BLOCK_BYTES = 64;
    private static final int ROUNDS = 64;
    /** The bytes of the length at the end of the last block, and the one that marks the end of the message. */
    private static final int TRAILER_BYTES = Long.BYTES + 1;

    private static final int[] INITIAL = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private static final int[] CONSTANTS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private Sha256() {}

    /** The first 64 bits of the hash. */
    static long first64Bits(byte[] message) {
        var blocks = (message.length + TRAILER_BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES;
        var padded = Arrays.copyOf(message, blocks * BLOCK_BYTES);
        padded[message.length] = (byte) 0x80;
        var bits = (long) message.length * Byte.SIZE;
        for (var i = 1; i <= Long.BYTES; i++) {
            padded[padded.length - i] = (byte) bits;
            bits >>>= Byte.SIZE;
        }
        var hash = INITIAL.clone();
        var words = new int[ROUNDS];
        for (var at = 0; at < padded.length; at += BLOCK_BYTES) {
            expand(padded, at, words);
            compress(hash, words);
        }
        return (long) hash[0] << Integer.SIZE | hash[1] & 0xffff_ffffL;
    }

    /** Makes the words of all rounds of a block, which contains the first 16. */
    private static void expand(byte[] from, int start, int[] words) {
        for (int i = 0, at = start; i < 16; i++, at += 4) {
            words[i] = from[at] << 24 | (from[at + 1] & 0xff) << 16 | (from[at + 2] & 0xff) << 8 | from[at + 3] & 0xff;
        }
        for (var i = 16; i < ROUNDS; i++) {
            var w15 = words[i - 15];
            var w2 = words[i - 2];
            words[i] = words[i - 16]
                    + words[i - 7]
                    + (rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ w15 >>> 3)
                    + (rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ w2 >>> 10);
        }
    }

    private static void compress(int[] hash, int[] words) {
        int a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];
        for (var i = 0; i < ROUNDS; i++) {
            var sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
            var t1 = h + sum1 + (e & f ^ ~e & g) + CONSTANTS[i] + words[i];
            var sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
            var t2 = sum0 + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
        hash[5] += f;
        hash[6] += g;
        hash[7] += h;
    }
}
