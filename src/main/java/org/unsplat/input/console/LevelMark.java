package org.unsplat.input.console;

import org.unsplat.input.bytes.HexByte;
import org.unsplat.input.bytes.TextScanner;

/**
 * The log level of a line: {@code <4>} in /proc/kmsg and {@code dmesg -r}, {@code kern  :warn  : } in {@code dmesg -x}.
 */
final class LevelMark {

    private static final String[] FACILITIES = {
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron"
    };

    /** The largest width of a level in angle brackets, {@code <1234>}. */
    static final int WIDEST = 6;

    private LevelMark() {}

    /** The index after the level in angle brackets that begins here, -1 if there is none. */
    static int angleEnd(String text, int at) {
        var end = TextScanner.digitsEnd(text, at + 1, at + WIDEST - 1);
        if (end == at + 1 || end >= text.length() || text.charAt(end) != '>' || isCode(text, end + 1)) {
            return -1;
        }
        // Some collectors put a blank between level and time
        return PrintkTime.end(text, end + 2) > 0 && text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
    }

    /** Whether another byte follows: {@code <48> 3d 01 f0} is the code at RIP, broken by a mailer. */
    private static boolean isCode(String text, int at) {
        return at + 3 <= text.length()
                && text.charAt(at) == ' '
                && HexByte.at(text, at + 1) >= 0
                && (at + 3 == text.length() || text.charAt(at + 3) == ' ');
    }

    /** The index after the decoded level that begins here, -1 if there is none. */
    static int wordEnd(String text, int at) {
        for (var facility : FACILITIES) {
            if (text.startsWith(facility, at)) {
                var level = past(text, at + facility.length());
                return level < 0 ? -1 : past(text, lettersEnd(text, level));
            }
        }
        return -1;
    }

    /** Whether the text in the range is like {@code kern.warn}. */
    static boolean isFacilityAndLevel(String text, int from, int to) {
        for (var facility : FACILITIES) {
            if (text.startsWith(facility + '.', from)) {
                return lettersEnd(text, from + facility.length() + 1) == to;
            }
        }
        return false;
    }

    /** The index after blanks and a colon, and after one blank if there is one; -1 without a colon. */
    private static int past(String text, int start) {
        var colon = TextScanner.spacesEnd(text, start);
        return TextScanner.isAt(text, colon, ':') ? TextScanner.spacesEnd(text, colon + 1, colon + 2) : -1;
    }

    private static int lettersEnd(String text, int start) {
        var at = start;
        while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        return at;
    }
}
