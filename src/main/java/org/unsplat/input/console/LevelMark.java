package org.unsplat.input.console;

import org.unsplat.input.bytes.HexByte;
import org.unsplat.input.bytes.TextScanner;

/**
 * The level of a line: {@code <4>} from /proc/kmsg and {@code dmesg -r}, {@code kern  :warn  : } from {@code dmesg -x}.
 */
final class LevelMark {

    private static final String[] FACILITIES = {
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron"
    };

    /** Of a level in angle brackets, {@code <1234>}. */
    static final int WIDEST = 6;

    private LevelMark() {}

    /** The place after the level in angle brackets that stands here, -1 where there is none. */
    static int angleEnd(String text, int at) {
        var end = TextScanner.digitsEnd(text, at + 1, at + WIDEST - 1);
        if (end == at + 1 || end >= text.length() || text.charAt(end) != '>' || isCode(text, end + 1)) {
            return -1;
        }
        // Some collectors put a blank between level and time
        return PrintkTime.end(text, end + 2) > 0 && text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
    }

    /** Whether another byte follows: {@code <48> 3d 01 f0} is the code at RIP, which a mailer has broken there. */
    private static boolean isCode(String text, int at) {
        return at + 3 <= text.length()
                && text.charAt(at) == ' '
                && HexByte.at(text, at + 1) >= 0
                && (at + 3 == text.length() || text.charAt(at + 3) == ' ');
    }

    /** The place after the decoded level that stands here, -1 where there is none. */
    static int wordEnd(String text, int at) {
        for (var facility : FACILITIES) {
            if (text.startsWith(facility, at)) {
                var level = past(text, at + facility.length());
                return level < 0 ? -1 : past(text, lettersEnd(text, level));
            }
        }
        return -1;
    }

    /** Whether {@code kern.warn} stands between these places. */
    static boolean isFacilityAndLevel(String text, int from, int to) {
        for (var facility : FACILITIES) {
            if (text.startsWith(facility + '.', from)) {
                return lettersEnd(text, from + facility.length() + 1) == to;
            }
        }
        return false;
    }

    /** Past blanks and a colon, and for the second one the blank after it. */
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
