package org.unsplat.input.console;

import java.util.regex.Pattern;
import org.unsplat.input.bytes.TextScanner;

/**
 * The times that dmesg(1), terminals and CI systems put before a line. None of them gives the seconds since boot.
 *
 * <pre>{@code
 * [Tue Jun 25 12:00:00 2024] text                 dmesg -T
 * [Jun25 12:00] text                              dmesg -H
 * [  +0.000012] text                              dmesg -H
 * [   12.345678 <    0.000012>] text              dmesg -d
 * [  +0,000012] text                              dmesg -H in another language
 * [Di Jun 25 12:00:00 2024] text                  dmesg -T in another language
 * [12:00:00.123] text                             terminal programs
 * 2024-06-25T12:00:00.1234567Z text               GitHub, GitLab, rsyslog, dmesg --time-format=iso
 * }</pre>
 */
final class WallTime {

    private static final int LONGEST = 48;

    /** A date with words of any language. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\S{1,16} +\\S{1,16} +\\d\\d? \\d\\d:\\d\\d:\\d\\d \\d{4}|[^\\s\\d]{2,16}\\d\\d \\d\\d:\\d\\d");

    private WallTime() {}

    /** The index after the time in brackets that begins here, -1 if there is none. */
    static int bracketEnd(String text, int at) {
        var end = text.indexOf(']', at);
        if (end < 0 || end - at > LONGEST) {
            return -1;
        }
        var inside = text.substring(at + 1, end).strip();
        return isDelta(inside) || isClock(inside) || isDate(inside) || isForeignDate(inside) ? end + 1 : -1;
    }

    /**
     * Whether it is {@code +0.000012} or {@code <    0.000012>}, the latter with or without a time before it; the decimal sign
     * depends on the user's language.
     */
    private static boolean isDelta(String text) {
        var open = text.indexOf('<');
        if (open >= 0 && text.endsWith(">")) {
            var before = text.substring(0, open).strip();
            return isNumber(text.substring(open + 1, text.length() - 1).strip().replace(',', '.'))
                    && (before.isEmpty() || isNumber(before) || isDate(before) || isClock(before));
        }
        return text.startsWith("+") && isNumber(text.substring(1).strip().replace(',', '.'));
    }

    private static boolean isNumber(String text) {
        return text.indexOf('.') > 0 && PrintkTime.seconds(text) != null;
    }

    /** Whether it consists of digits and the signs in dates and times, with at least two colons. */
    private static boolean isClock(String text) {
        var colons = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if ("0123456789:.,-/+ TZ".indexOf(c) < 0) {
                return false;
            }
            colons += c == ':' ? 1 : 0;
        }
        return colons >= 2;
    }

    /** Whether it is {@code Tue Jun 25 12:00:00 2024} or {@code Jun25 12:00}. */
    private static boolean isDate(String text) {
        var month = SyslogHead.isMonth(text, 0) ? 0 : 4;
        if (text.length() < 10 || !SyslogHead.isMonth(text, month)) {
            return false;
        }
        for (var at = month + 3; at < text.length(); at++) {
            if ("0123456789: ".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return text.indexOf(':') > 0;
    }

    /** The first check is fast and rejects almost everything. */
    private static boolean isForeignDate(String text) {
        return !text.isEmpty()
                && Character.isDigit(text.charAt(text.length() - 1))
                && FOREIGN.matcher(text).matches();
    }

    /** The index after the ISO 8601 time that begins here and one blank, -1 if there is none. */
    static int isoEnd(String text, int at) {
        if (!isIso(text, at)) {
            return -1;
        }
        var end = at + 19;
        while (end < text.length() && "0123456789:.,+-Z".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) != ' ') {
            return -1;
        }
        return streamEnd(text, zoneEnd(text, Math.min(end + 1, text.length())));
    }

    /** A zone may stand apart from the time, as {@code UTC}, {@code +0200} or {@code -03} in {@code 2024-06-25 12:00:00 UTC}. */
    private static int zoneEnd(String text, int at) {
        var end = text.indexOf(' ', at);
        var length = end - at;
        var isNumber = (length == 3 || length == 5)
                && (text.charAt(at) == '+' || text.charAt(at) == '-')
                && TextScanner.digitsEnd(text, at + 1) == end;
        return isNumber || length == 3 && (text.startsWith("UTC", at) || text.startsWith("GMT", at)) ? end + 1 : at;
    }

    /**
     * GitLab adds the stream: {@code 2024-06-25T12:00:00.123456Z 01O text}, or {@code 01O+} for a line cut into pieces.
     */
    private static int streamEnd(String text, int at) {
        var is = at + 3 < text.length()
                && Character.isDigit(text.charAt(at))
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && (text.charAt(at + 2) == 'O' || text.charAt(at + 2) == 'E')
                && " +".indexOf(text.charAt(at + 3)) >= 0;
        return is ? at + 4 : at;
    }

    private static boolean isIso(String text, int at) {
        var shape = "0000-00-00T00:00:00";
        if (text.length() < at + shape.length()) {
            return false;
        }
        for (var i = 0; i < shape.length(); i++) {
            var c = text.charAt(at + i);
            var wanted = shape.charAt(i);
            var fits = wanted == '0' ? c >= '0' && c <= '9' : c == wanted || wanted == 'T' && c == ' ';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
