package org.unsplat.input.console;

import java.nio.charset.StandardCharsets;
import org.unsplat.input.bytes.TextScanner;

/**
 * The time that the kernel prints before a line, in seconds since boot: {@code [   12.345678]}. Addresses in old stack traces,
 * {@code [<ffffffff81012345>]}, are not times.
 */
public final class PrintkTime {

    private static final int DECIMALS = 6;

    /** The largest number of digits of the seconds; with more the microseconds would overflow. */
    private static final int LONGEST = 12;

    /** The largest width of a time with its brackets. */
    static final int WIDEST = 1 + LONGEST + 1 + DECIMALS + 1;

    private PrintkTime() {}

    /** The index after the time that begins here, -1 if there is none. */
    static int end(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return -1;
        }
        var start = TextScanner.spacesEnd(text, at + 1);
        var dot = TextScanner.digitsEnd(text, start);
        if (dot == start || dot >= text.length() || text.charAt(dot) != '.') {
            return -1;
        }
        var end = TextScanner.digitsEnd(text, dot + 1);
        return dot - start <= LONGEST && end == dot + 1 + DECIMALS && end < text.length() && text.charAt(end) == ']'
                ? end + 1
                : -1;
    }

    /**
     * The seconds of a time in brackets. They are parsed as microseconds and divided by a million: the same number, but faster.
     */
    static Double value(byte[] text, int at, int end) {
        var microseconds = 0L;
        for (var digit = at + 1; digit < end - 1; digit++) {
            var c = text[digit];
            if (c != ' ' && c != '.') {
                microseconds = microseconds * 10 + c - '0';
            }
        }
        return microseconds / 1e6;
    }

    static Double value(String text, int at, int end) {
        return value(text.substring(at, end).getBytes(StandardCharsets.ISO_8859_1), 0, end - at);
    }

    /** The seconds; null if the text is no number. */
    public static Double seconds(String number) {
        var text = number.strip();
        if (text.isEmpty() || text.length() > 30) {
            return null;
        }
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '.' && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
                return null;
            }
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The seconds in a number of microseconds; null if the text is no number. */
    public static Double microseconds(String number) {
        var value = number.indexOf('.') < 0 ? seconds(number) : null;
        return value == null ? null : value / 1e6;
    }

    /** The index of the next time from {@code from} on, or of the level before it; -1 if there is none. */
    static int next(String text, int from) {
        for (var at = text.indexOf('[', from); at >= 0; at = text.indexOf('[', at + 1)) {
            if (end(text, at) > 0) {
                return levelStart(text, from, at);
            }
        }
        return -1;
    }

    private static int levelStart(String text, int from, int at) {
        var start = at - 1;
        if (start < from || text.charAt(start) != '>') {
            return at;
        }
        do {
            start--;
        } while (start > from
                && start > at - LevelMark.WIDEST
                && text.charAt(start) >= '0'
                && text.charAt(start) <= '9');
        return start >= from && start < at - 2 && text.charAt(start) == '<' ? start : at;
    }
}
