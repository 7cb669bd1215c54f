package org.unsplat.input.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.unsplat.input.bytes.TextScanner;

/**
 * Converts a date and time of syslog, dmesg(1), CI systems, mailers or git to ISO 8601.
 *
 * <pre>{@code
 * 2024-06-25T12:00:00.1234567Z           2024-06-25T12:00:00.1234567Z    GitHub
 * 2024-06-25 12:00:00,123456+0200        2024-06-25T12:00:00.123456+02:00
 * 2024/06/25 12:00:00                    2024-06-25T12:00:00             Go's log package, in syzkaller
 * Tue Jun 25 12:00:00 2024               2024-06-25T12:00:00             dmesg -T
 * Tue, 25 Jun 2024 12:00:00 +0200        2024-06-25T12:00:00+02:00       mail
 * 1719316800.123456                      2024-06-25T12:00:00.123456Z     journalctl -o short-unix
 * Jun 25 12:00:00 host kernel:           --06-25T12:00:00                syslog
 * }</pre>
 *
 * <p>Nothing is made up: without an offset the result has none, and without a year it begins with {@code --}.
 */
public final class WallClock {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAYS = "montuewedthufrisatsun";

    private static final Set<String> UNIVERSAL = Set.of("z", "utc", "gmt", "ut");

    /** {@code 12:00}, {@code 12:00:00} or the latter with decimals. */
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d++)?)?");

    /** The largest number of words in a date and what precedes it; the kernel's text may follow. */
    private static final int WORDS = 8;

    /** A leap year, so that every date without a year exists in it. */
    private static final int ANY_YEAR = 2000;

    private String year;
    private String month;
    private String day;
    private String time;
    private String offset = "";
    /** Whether a zone's name stands where {@code date} puts it, between the time and the year, and whether it is UTC's. */
    private boolean zoned;

    private boolean universal;

    private WallClock() {}

    /** The date and time at the beginning of the text, null if there is none. */
    public static String iso(String text) {
        var words = text.strip().split("[ \\t]+", WORDS + 1);
        if (words.length > 0 && isSeconds(words[0])) {
            return ofSeconds(words[0]);
        }
        var clock = new WallClock();
        for (var at = 0; at < Math.min(words.length, WORDS) && clock.take(trimmed(words[at])); at++) {
            // Each word is one part
        }
        return clock.iso();
    }

    private static String trimmed(String word) {
        return word.endsWith("]") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether it is seconds since 1970 with decimals; since 1973 they have nine digits or more. */
    private static boolean isSeconds(String word) {
        var dot = TextScanner.digitsEnd(word, 0);
        return dot >= 9
                && dot <= 11
                && dot + 1 < word.length()
                && word.charAt(dot) == '.'
                && TextScanner.digitsEnd(word, dot + 1) == word.length();
    }

    private static String ofSeconds(String word) {
        var dot = word.indexOf('.');
        var whole =
                Instant.ofEpochSecond(Long.parseLong(word.substring(0, dot))).toString();
        return whole.substring(0, whole.length() - 1) + word.substring(dot) + "Z";
    }

    /** Reads the next word; false if it does not belong to the date. */
    private boolean take(String word) {
        if (word.isEmpty()) {
            return false;
        }
        var c = word.charAt(0);
        if (c == '+' || c == '-') {
            return time != null && offset(word);
        }
        if (!TextScanner.isDigit(c)) {
            return !zoned && (name(word.toLowerCase(Locale.ROOT)) || time != null && zone(word));
        }
        return word.indexOf(':') > 0 ? timeOrBoth(word) : number(word);
    }

    /** The name of a time zone: behind the whole date it counts, and before the year it is passed over. */
    private boolean zone(String word) {
        var isUniversal = UNIVERSAL.contains(word.toLowerCase(Locale.ROOT));
        if (year != null) {
            offset = isUniversal && offset.isEmpty() ? "Z" : offset;
            return isUniversal;
        }
        universal = isUniversal;
        zoned = word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return zoned;
    }

    /** {@code 01:00:00 PM} is 13:00:00. */
    private boolean half(String word) {
        if (!word.equals("am") && !word.equals("pm")
                || time == null
                || !isTime(time)
                || time.startsWith("00")
                || time.compareTo("13") >= 0) {
            return false;
        }
        var hour = Integer.parseInt(time.substring(0, 2)) % 12 + (word.equals("pm") ? 12 : 0);
        time = twoDigits(Integer.toString(hour)) + time.substring(2);
        return true;
    }

    private boolean name(String word) {
        if (half(word)) {
            return true;
        }
        var number = place(MONTHS, word);
        if (number < 0) {
            return place(DAYS, word) >= 0 && word.length() == 3;
        }
        if (month != null) {
            return false;
        }
        month = twoDigits(Integer.toString(number + 1));
        // dmesg -H writes Jun25
        return word.length() == 3 || number(word.substring(3));
    }

    private static int place(String names, String word) {
        if (word.length() < 3) {
            return -1;
        }
        for (var at = 0; at < names.length(); at += 3) {
            if (names.startsWith(word.substring(0, 3), at)) {
                return at / 3;
            }
        }
        return -1;
    }

    private boolean number(String word) {
        var end = TextScanner.digitsEnd(word, 0);
        if (end == word.length() && end <= 2 && day == null && end > 0) {
            day = twoDigits(word);
            return true;
        }
        if (end == word.length() && end == 4 && year == null && day != null) {
            year = word.startsWith("19") || word.startsWith("20") ? word : null;
            offset = year != null && universal ? "Z" : offset;
            return year != null;
        }
        return date(word);
    }

    /** Reads {@code 2024-06-25}, {@code 2024/06/25} or {@code 06-25}. */
    private boolean date(String text) {
        var length = text.length();
        var word = length == 10 && text.charAt(4) == '/' ? text.replace('/', '-') : text;
        if (month != null || length != 10 && length != 5 || word.charAt(length - 3) != '-') {
            return false;
        }
        if (length == 10 && word.charAt(4) != '-' || !TextScanner.isNumber(word.replace("-", ""), length)) {
            return false;
        }
        year = length == 10 ? word.substring(0, 4) : null;
        month = word.substring(length - 5, length - 3);
        day = word.substring(length - 2);
        return true;
    }

    private boolean timeOrBoth(String word) {
        var clock = word.length() > 10 && word.charAt(10) == 'T' ? 11 : 0;
        if (time != null || clock > 0 && !date(word.substring(0, 10))) {
            return false;
        }
        var end = clock;
        while (end < word.length() && "0123456789:.,".indexOf(word.charAt(end)) >= 0) {
            end++;
        }
        time = word.substring(clock, end).replace(',', '.');
        time = time.indexOf(':') == 1 ? "0" + time : time;
        return end == word.length() || offset(word.substring(end));
    }

    private boolean offset(String word) {
        if (word.equalsIgnoreCase("Z")) {
            offset = "Z";
            return true;
        }
        // journalctl writes zones without a name so: -03
        var digits = word.substring(1).replace(":", "") + (word.length() == 3 ? "00" : "");
        var sign = word.charAt(0);
        var isSpelled = word.length() == 3 || word.length() == 5 || word.length() == 6 && word.charAt(3) == ':';
        if (sign != '+' && sign != '-'
                || !isSpelled
                || digits.length() != 4
                || TextScanner.digitsEnd(digits, 0) != 4
                || digits.compareTo("24") >= 0
                || digits.charAt(2) > '5') {
            return false;
        }
        // In a mail -0000 means UTC, with the sender's zone unknown
        offset = word.equals("-0000") ? "Z" : sign + digits.substring(0, 2) + ":" + digits.substring(2);
        return true;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private String iso() {
        if (month == null || day == null || time == null || !isTime(time)) {
            return null;
        }
        try {
            LocalDate.of(
                    year == null ? ANY_YEAR : Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
        return (year == null ? "-" : year) + "-" + month + "-" + day + "T" + time + offset;
    }

    private static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }
}
