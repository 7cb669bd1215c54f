package org.unsplat.input;

import java.util.Arrays;

/**
 * The lines of a console that show at a glance that nothing of interest begins in them: a printk time, perhaps a caller,
 * then ASCII in which no second record begins, and that begins with none of the letters of interest.
 *
 * <pre>{@code
 * [   12.345678][ T1234] eth0: link becomes ready
 * }</pre>
 *
 * <p>An ampersand may begin an entity, and so hide a bracket or a blank. They are told in their bytes, as {@link ConsolePrefix} reads them in text. Nearly every line is one, so that this
 * is written for speed, some 0.8 ns a byte with the quick compiler: measure before and after every change.
 */
final class PlainLines {

    /** More of a prefix may begin so: {@code [0:swapper]}, {@code <4>}, {@code 2024-}, {@code kernel: }; as an entity, too. */
    private static final String[] PREFIXES = {"[", "I[", "<", "(", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "ke", "&"};

    private static final long BLANKS = ' ' * EightBytes.ONES;
    private static final long AMPERSANDS = '&' * EightBytes.ONES;
    private static final long BRACKETS = '[' * EightBytes.ONES;

    /** The decimals of a time and what stands around them, {@code .345678]}: digits have their highest bits in common. */
    private static final long DECIMALS = 0x5d3030303030302eL;
    private static final long DECIMALS_MASK = 0xfff0f0f0f0f0f0ffL;

    /** With so much more a digit still has these bits, but what comes after the digits has not. */
    private static final long AFTER_DIGITS = 0x0006060606060600L;

    /** A caller of usual width, {@code [ T1234]}; any more that looks like this is more of a prefix, or begins no report. */
    private static final long CALLER = 0x5d3000000000005bL;
    private static final long CALLER_MASK = 0xfff00000000000ffL;

    /** By its first two letters, whether nothing of interest may begin with a text. */
    private final boolean[] plain = new boolean[1 << 16];

    /** @param starts the letter or the two or more that what is of interest begins with, all of it */
    PlainLines(String... starts) {
        Arrays.fill(plain, '!' << 8, '\u007f' << 8, true);
        Arrays.fill(plain, '\n' << 8, '\n' + 1 << 8, true);
        exclude(PREFIXES);
        exclude(starts);
    }

    private void exclude(String... starts) {
        for (var start : starts) {
            var first = start.charAt(0) << 8;
            if (start.length() == 1) {
                Arrays.fill(plain, first, first + 256, false);
            } else {
                plain[first + start.charAt(1)] = false;
            }
        }
    }

    /** Where the line ends that begins here, if it is one of these; else -1. */
    int end(byte[] bytes, int start) {
        var at = textStart(bytes, start);
        if (at < 0 || !plain[(bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff]) {
            return -1;
        }
        at = plainEnd('!', bytes, at);
        if (bytes[at] == '\t' || bytes[at] == ' ' && isKernel(bytes, at + 1)) {
            // A syslog daemon's "host kernel: " is part of the prefix
            return -1;
        }
        while (bytes[at] == ' ' || bytes[at] == '\t') {
            at = plainEnd(' ', bytes, at + 1);
        }
        while (bytes[at] == '\r') {
            at++;
        }
        return bytes[at] == '\n' ? at : -1;
    }

    /** Where the text begins after time, caller and blanks, -1 where no time stands. */
    private static int textStart(byte[] bytes, int start) {
        var at = bytes[start] == '[' ? timeEnd(bytes, start) : -1;
        if (at > 0 && bytes[at] == '[') {
            at = isWideCaller(EightBytes.at(bytes, at)) ? at + 8 : callerEnd(bytes, at);
        }
        return at > 0 ? blanksEnd(bytes, at) : at;
    }

    private static int blanksEnd(byte[] bytes, int start) {
        var at = start;
        while (bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The place after the time that the bracket here begins, -1 where it begins none. */
    static int timeEnd(byte[] bytes, int start) {
        var at = blanksEnd(bytes, start + 1);
        if (!isDigit(bytes[at])) {
            return -1;
        }
        do {
            at++;
        } while (isDigit(bytes[at]));
        var decimals = EightBytes.at(bytes, at);
        return (decimals & DECIMALS_MASK) == DECIMALS && (decimals + AFTER_DIGITS & DECIMALS_MASK) == DECIMALS ? at + 8 : -1;
    }

    private static boolean isWideCaller(long text) {
        return (text & CALLER_MASK) == CALLER && (text - BLANKS & EightBytes.SIGNS) == 0;
    }

    /** The place after the caller that the bracket here begins, -1 where it begins none. */
    static int callerEnd(byte[] bytes, int start) {
        var at = blanksEnd(bytes, start + 1);
        if (bytes[at] != 'T' && bytes[at] != 'C') {
            return -1;
        }
        do {
            at++;
        } while (isDigit(bytes[at]));
        return bytes[at] == ']' && isDigit(bytes[at - 1]) ? at + 1 : -1;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isKernel(byte[] bytes, int at) {
        return bytes[at] == 'k' && (bytes[at + 6] == ':' || bytes[at + 6] == '[');
    }

    /** The first place from here on that holds no printable ASCII, an ampersand, a character below this one, or a second time. */
    private static int plainEnd(char limit, byte[] bytes, int start) {
        var at = below(limit, bytes, start);
        while (bytes[at] == '[' && timeEnd(bytes, at) < 0) {
            at = below(limit, bytes, at + 1);
        }
        return at;
    }

    /** The same for any bracket. */
    private static int below(char limit, byte[] bytes, int start) {
        var limits = limit * EightBytes.ONES;
        for (var at = start;; at += 8) {
            var text = EightBytes.at(bytes, at);
            // Any other byte keeps the subtractions and the sum from setting its sign
            var signs = (text - limits | text + EightBytes.ONES | (text ^ BRACKETS) - EightBytes.ONES
                    | (text ^ AMPERSANDS) - EightBytes.ONES) & EightBytes.SIGNS;
            if (signs != 0) {
                return at + EightBytes.first(signs);
            }
        }
    }
}
