package org.unsplat.input.console;

import org.unsplat.input.bytes.Regex;
import org.unsplat.input.bytes.TextScanner;

/**
 * The header that syslog daemons and journalctl put before a line of the kernel.
 *
 * <pre>{@code
 * Jun 25 12:00:00 host kernel: [   12.345678] text
 * Tue Jun 25 12:00:00 2024 kern.warn kernel: [   12.345678] text      OpenWrt's logread
 * 2024-06-25T12:00:00.123456+00:00 host kernel: text                  the time is removed before
 * 1 2024-06-25T12:00:00.123456+00:00 host kernel - - - text           RFC 5424, after its level
 * Jun 25 12:00:00 host user.warn kernel: text                         busybox
 * kernel: text
 * juil. 25 12:00:00 host kernel: text                                 journalctl in the language of its user
 * Tue 2024-06-25 12:00:00 UTC host kernel: text                       journalctl -o short-full
 * 1719316800.123456 host kernel: text                                 journalctl -o short-unix
 * }</pre>
 *
 * <p>The headers of lines of other programs stay.
 */
final class SyslogHead {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";

    private static final int LONGEST_FIELD = 64;

    /**
     * The length of a time since 1970. Names of months are shorter, even in bytes: {@code \u0441\u0435\u043d\u0442.} has nine.
     */
    private static final int LONGEST_WORD = 17;

    private static final Regex SENDER = new Regex("(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
            + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S{0,16}) \\S{1,64} ");

    private SyslogHead() {}

    static boolean isMonth(String text, int at) {
        return isOneOf(MONTHS, text, at);
    }

    /** Whether it is an English abbreviation of a month or a day of the week. */
    static boolean isCalendarWord(String word) {
        return isMonth(word, 0) || isOneOf(DAYS, word, 0);
    }

    private static boolean isOneOf(String names, String text, int at) {
        if (at + 3 > text.length()) {
            return false;
        }
        for (var name = 0; name < names.length(); name += 3) {
            if (names.regionMatches(name, text, at, 3)) {
                return true;
            }
        }
        return false;
    }

    /** The index after the header that begins here and its blank, -1 if there is none. */
    static int end(String text, int at) {
        var start = isOneOf(DAYS, text, at) && isMonth(text, at + 4) ? at + 4 : at;
        var end = isMonth(text, start) ? tagEnd(text, dateEnd(text, start + 3)) : kernelEnd(text, at);
        return end > 0 ? end : journalEnd(text, at, wordEnd(text, at));
    }

    /**
     * The same for forms that only journalctl writes: a month or a weekday with a date, in any language, or a time since 1970.
     */
    private static int journalEnd(String text, int at, int wordEnd) {
        if (wordEnd < 0 || wordEnd + 1 >= text.length()) {
            return -1;
        }
        var next = text.charAt(wordEnd + 1);
        if (next == ' ' || TextScanner.isDigit(next)) {
            var zone = WallTime.isoEnd(text, wordEnd + 1);
            var zoneEnd = zone < 0 ? -1 : wordEnd(text, zone);
            return tagEnd(text, zoneEnd < 0 ? dateEnd(text, wordEnd) : zoneEnd + 1);
        }
        return TextScanner.isDigit(text.charAt(at)) && PrintkTime.seconds(text.substring(at, wordEnd)) != null
                ? tagEnd(text, wordEnd + 1)
                : -1;
    }

    /** The index after a short word, -1 if no blank ends one here. */
    private static int wordEnd(String text, int at) {
        for (var end = at; end <= at + LONGEST_WORD && end < text.length(); end++) {
            if (text.charAt(end) == ' ') {
                return end;
            }
        }
        return -1;
    }

    /**
     * The index of a netconsole record that a syslog daemon received: after the time and the sender if they are there.
     */
    static int senderEnd(String text, int at) {
        if (at + 4 >= text.length()
                || text.charAt(at + 3) != ' ' && text.charAt(at + 4) != '-'
                || text.indexOf(';', at) < 0) {
            return at;
        }
        var head = SENDER.matcher(text).region(at, text.length());
        return head.lookingAt() ? head.end() : at;
    }

    /** The index after {@code 25 12:00:00} and a year, -1 if it is no date. */
    private static int dateEnd(String text, int at) {
        if (at < 0) {
            return -1;
        }
        var end = at;
        var colons = 0;
        while (end < text.length() && "0123456789:. ".indexOf(text.charAt(end)) >= 0) {
            colons += text.charAt(end) == ':' ? 1 : 0;
            end++;
        }
        return colons == 2 ? end : -1;
    }

    /** The index after {@code host kernel: }; the host is optional. */
    static int tagEnd(String text, int at) {
        if (at < 0) {
            return -1;
        }
        var end = kernelEnd(text, at);
        if (end > 0) {
            return end;
        }
        var host = hostEnd(text, at);
        end = host < 0 ? -1 : kernelEnd(text, host);
        var level = host < 0 || end > 0 ? -1 : hostEnd(text, host);
        return level > 0 && LevelMark.isFacilityAndLevel(text, host, level - 1) ? kernelEnd(text, level) : end;
    }

    private static int hostEnd(String text, int at) {
        var blank = text.indexOf(' ', at);
        return blank > at && blank - at < LONGEST_FIELD && text.charAt(blank - 1) != ':' ? blank + 1 : -1;
    }

    private static int kernelEnd(String text, int at) {
        if (!text.startsWith("kernel", at)) {
            return -1;
        }
        var colon = at + "kernel".length();
        if (text.startsWith("[0]", colon)) {
            colon += 3;
        }
        boolean isCrate = text.startsWith("::", colon); // kernel::sync is a crate of Rust
        if (isCrate || !text.startsWith(":", colon)) {
            return -1;
        }
        return TextScanner.spacesEnd(text, colon + 1, colon + 2);
    }

    /** The index after the fields of RFC 5424 that follow the time: host, program, process, message and structured data. */
    static int fieldsEnd(String text, int at) {
        var program = fieldEnd(text, at);
        if (program < 0 || !text.startsWith("kernel ", program)) {
            return -1;
        }
        var data = fieldEnd(text, fieldEnd(text, fieldEnd(text, program)));
        var end = data < 0 || data == text.length() || text.charAt(data) != '[' ? -1 : text.indexOf("] ", data);
        return end < 0 ? fieldEnd(text, data) : end + 2;
    }

    private static int fieldEnd(String text, int at) {
        var blank = at < 0 ? -1 : text.indexOf(' ', at);
        var end = blank < 0 ? text.length() : blank;
        return at < 0 || end == at || end - at > LONGEST_FIELD ? -1 : Math.min(end + 1, text.length());
    }
}
