package org.unsplat.demangle;

import java.util.ArrayList;

/** Decodes Punycode (RFC 3492) with {@code _} as the delimiter, as in names of Rust. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int FIRST_DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private Punycode() {}

    static String decode(String text) {
        var separator = text.lastIndexOf('_');
        var points = new ArrayList<Integer>();
        text.substring(0, Math.max(0, separator)).chars().forEach(points::add);
        var digits = new MangledText(text.substring(separator + 1));
        int bias = INITIAL_BIAS;
        long n = INITIAL_N;
        long place = 0;
        for (boolean isFirst = true; !digits.isAtEnd(); isFirst = false) {
            long delta = delta(digits, bias);
            place += delta;
            n += place / (points.size() + 1);
            if (n > Character.MAX_CODE_POINT || !isShown((int) n)) {
                throw new MalformedSymbol();
            }
            place %= points.size() + 1;
            points.add((int) place++, (int) n);
            bias = adapt(delta, points.size(), isFirst);
        }
        var decoded = new StringBuilder();
        points.forEach(decoded::appendCodePoint);
        return decoded.toString();
    }

    /** Whether the character may be in a name and is visible; some characters only change how others look. */
    static boolean isShown(int point) {
        return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
    }

    private static long delta(MangledText digits, int bias) {
        long delta = 0;
        long weight = 1;
        for (var k = BASE; ; k += BASE) {
            int digit = digit(digits.next());
            var threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
            delta += digit * weight;
            if (digit < threshold) {
                return delta;
            }
            weight *= BASE - threshold;
            if (weight > Integer.MAX_VALUE || delta > Integer.MAX_VALUE) {
                throw new MalformedSymbol();
            }
        }
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 26;
        }
        throw new MalformedSymbol();
    }

    private static int adapt(long first, int count, boolean isFirst) {
        long delta = isFirst ? first / FIRST_DAMP : first / 2;
        delta += delta / count;
        var k = 0;
        while (delta > (BASE - T_MIN) * T_MAX / 2) {
            delta /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * delta / (delta + SKEW));
    }
}
