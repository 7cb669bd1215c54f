package org.unsplat.input.quiet;

import java.util.Arrays;
import org.unsplat.input.bytes.Swar;

/**
 * Recognizes the lines of a console in which nothing of interest can begin: a printk time, an optional caller, then ASCII
 * text without a second record, which does not begin with any of the given letters.
 *
 * <pre>{@code
 * [   12.345678][ T1234] eth0: link becomes ready
 * }</pre>
 *
 * <p>An ampersand is excluded, because it may begin an entity that stands for a bracket or a blank. Lines are parsed from bytes,
 * as {@code ConsolePrefix} parses them from text. Nearly every line is one of these, so this code is written for speed, about
 * 0.4 ns a byte with C1: measure before and after every change.
 */
public final class PlainLines {

    /**
     * The beginnings of further prefixes: {@code [0:swapper]}, {@code -(0)[}, {@code <4>}, {@code 2024-}, {@code kernel: }, or an entity.
     */
    private static final String[] PREFIXES = {
        "[", "I[", "<", "(", "-(", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "ke", "&"
    };

    private static final long BLANKS = ' ' * Swar.ONES;
    private static final long WORD = '!' * Swar.ONES;
    private static final long AMPERSANDS = '&' * Swar.ONES;
    private static final long BRACKETS = '[' * Swar.ONES;

    /**
     * The end of a time, {@code .345678]}; the upper four bits of every digit are 3.
     */
    private static final long DECIMALS = 0x5d3030303030302eL;

    private static final int DECIMALS_WIDTH = 8;
    private static final long DECIMALS_MASK = 0xfff0f0f0f0f0f0ffL;

    /** Added to a digit, 6 keeps its upper four bits; added to the characters after '9', it does not. */
    private static final long AFTER_DIGITS = 0x0006060606060600L;

    /**
     * A caller of the usual width, {@code [ T1234]}. Other text of this shape belongs to a prefix or begins no report.
     */
    private static final long CALLER = 0x5d3000000000005bL;

    private static final long CALLER_MASK = 0xfff00000000000ffL;

    /** By the first two letters of a text: whether nothing of interest can begin there. */
    private final boolean[] plain;

    /** The first bytes of the last line and the index of its decimal point; mostly the next line has the same. */
    private long seconds;

    private int point;

    /** @param plain made by {@link #unless}; may be shared */
    public PlainLines(boolean[] plain) {
        this.plain = plain;
    }

    /** @param starts all beginnings of texts of interest, one letter or at least two */
    public static boolean[] unless(String... starts) {
        var plain = new boolean[1 << 16];
        Arrays.fill(plain, '!' << 8, '\u007f' << 8, true);
        Arrays.fill(plain, '\n' << 8, '\n' + 1 << 8, true);
        exclude(PREFIXES, plain);
        exclude(starts, plain);
        return plain;
    }

    private static void exclude(String[] starts, boolean[] plain) {
        for (var start : starts) {
            var first = start.charAt(0) << 8;
            if (start.length() == 1) {
                Arrays.fill(plain, first, first + 256, false);
            } else {
                plain[first + start.charAt(1)] = false;
            }
        }
    }

    /** The end of the line that begins here if it is one of these; else -1. */
    public int end(byte[] bytes, int start) {
        var after = start + point + DECIMALS_WIDTH;
        if (Swar.at(bytes, start) != seconds || !areDecimals(Swar.at(bytes, start + point))) {
            after = newTimeEnd(bytes, start);
            if (after < 0) {
                return -1;
            }
        }
        var at = after;
        if (bytes[at] == '[') {
            at = isWideCaller(Swar.at(bytes, at)) ? at + 8 : callerEnd(bytes, at);
            if (at < 0) {
                return -1;
            }
        }
        var text = blanksEnd(bytes, at);
        if (!plain[(bytes[text] & 0xff) << 8 | bytes[text + 1] & 0xff]) {
            return -1;
        }
        return at == after ? textEndWithoutHost(bytes, text) : textEnd(bytes, text);
    }

    private int newTimeEnd(byte[] bytes, int start) {
        var end = bytes[start] == '[' ? timeEnd(bytes, start) : -1;
        if (end >= 0 && end - start <= 8 + DECIMALS_WIDTH) {
            seconds = Swar.at(bytes, start);
            point = end - start - DECIMALS_WIDTH;
        }
        return end;
    }

    private static int blanksEnd(byte[] bytes, int start) {
        var at = start;
        while (bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The index after the time that begins with this bracket, -1 if there is none. */
    public static int timeEnd(byte[] bytes, int start) {
        var at = blanksEnd(bytes, start + 1);
        if (!isDigit(bytes[at])) {
            return -1;
        }
        do {
            at++;
        } while (isDigit(bytes[at]));
        return areDecimals(Swar.at(bytes, at)) ? at + DECIMALS_WIDTH : -1;
    }

    private static boolean areDecimals(long text) {
        return (text & DECIMALS_MASK) == DECIMALS && (text + AFTER_DIGITS & DECIMALS_MASK) == DECIMALS;
    }

    private static boolean isWideCaller(long text) {
        return (text & CALLER_MASK) == CALLER && (text - BLANKS & Swar.SIGNS) == 0;
    }

    /** The index after the caller that begins with this bracket, -1 if there is none. */
    public static int callerEnd(byte[] bytes, int start) {
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

    /**
     * As {@link #textEnd}, but -1 if journalctl or a syslog daemon put {@code host kernel: } before the text.
     */
    private static int textEndWithoutHost(byte[] bytes, int start) {
        var at = below(WORD, bytes, start);
        while (bytes[at] == '[' && timeEnd(bytes, at) < 0) {
            at = below(WORD, bytes, at + 1);
        }
        return bytes[at] == '\t' || bytes[at] == ' ' && isKernel(bytes, at + 1) ? -1 : textEnd(bytes, at);
    }

    private static boolean isKernel(byte[] bytes, int at) {
        return bytes[at] == 'k' && (bytes[at + 6] == ':' || bytes[at + 6] == '[');
    }

    /**
     * The end of the line; -1 if the rest of the line contains a control character, an ampersand, a character that is not ASCII, or
     * a second time.
     */
    private static int textEnd(byte[] bytes, int start) {
        for (var at = start; ; at++) {
            // As below(), but C1 makes no call of it
            var signs = signs(BLANKS, Swar.at(bytes, at)) & Swar.SIGNS;
            while (signs == 0) {
                at += 8;
                signs = signs(BLANKS, Swar.at(bytes, at)) & Swar.SIGNS;
            }
            at += Swar.first(signs);
            if (bytes[at] != '\t' && (bytes[at] != '[' || timeEnd(bytes, at) >= 0)) {
                return lineEnd(bytes, at);
            }
        }
    }

    private static int lineEnd(byte[] bytes, int start) {
        var at = start;
        while (bytes[at] == '\r') {
            at++;
        }
        return bytes[at] == '\n' ? at : -1;
    }

    /**
     * The index of the first character below the limits, bracket, ampersand, or character that is not printable ASCII.
     */
    private static int below(long limits, byte[] bytes, int start) {
        for (var at = start; ; at += 8) {
            var signs = signs(limits, Swar.at(bytes, at)) & Swar.SIGNS;
            if (signs != 0) {
                return at + Swar.first(signs);
            }
        }
    }

    /** The sign bit is set for each such byte; for other bytes neither the subtractions nor the sum set it. */
    private static long signs(long limits, long text) {
        return text - limits | text + Swar.ONES | (text ^ BRACKETS) - Swar.ONES | (text ^ AMPERSANDS) - Swar.ONES;
    }
}
