package org.unsplat.demangle;

/**
 * A part of a Rust path: {@code s_7Process} is the second {@code Process} of its scope.
 *
 * @param disambiguator distinguishes identifiers of the same name; 0 for the first one, the hash for a crate
 */
record RustIdentifier(String name, long disambiguator) {

    private static final int BASE = 62;

    static RustIdentifier read(MangledText in) {
        long disambiguator = disambiguator(in);
        return new RustIdentifier(name(in), disambiguator);
    }

    /** Reads a name without disambiguator. */
    static String name(MangledText in) {
        var isUnicode = in.accept('u');
        var isEmpty = in.peek() == '0';
        int length = isEmpty ? in.next() - '0' : in.decimal();
        in.accept('_');
        var text = in.take(length);
        return isUnicode ? Punycode.decode(text) : text;
    }

    static long disambiguator(MangledText in) {
        return in.accept('s') ? base62(in) + 1 : 0;
    }

    /** Reads a number: {@code _} is 0, {@code 0_} is 1. */
    static long base62(MangledText in) {
        if (in.accept('_')) {
            return 0;
        }
        long number = 0;
        for (char c = in.next(); c != '_'; c = in.next()) {
            var digit = digit(c);
            if (digit < 0 || number > (Long.MAX_VALUE - BASE) / BASE) {
                return hash(in);
            }
            number = number * BASE + digit;
        }
        return number + 1;
    }

    /** Skips a crate's hash, whose 64 bits do not fit a long; its value is never used. */
    private static long hash(MangledText in) {
        for (char c = in.next(); c != '_'; c = in.next()) {
            if (digit(c) < 0) {
                throw new MalformedSymbol();
            }
        }
        return Long.MAX_VALUE - 1;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 36 : -1;
    }
}
