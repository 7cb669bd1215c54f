package org.unsplat.input.console;

import java.util.regex.Pattern;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.layer.WallClock;

/**
 * An unknown prefix as a pattern: numbers may vary, and names in brackets, months, days and levels.
 *
 * <pre>{@code
 * 14/11/25 11:37 a. m.      any date and time, before or after noon
 * [name:lockdep&]           any name
 * 7344   │                  any number
 * [...]                     only this
 * }</pre>
 */
final class PrefixShape {

    private static final int LONGEST = 96;
    private static final String BEFORE_CLOCK = " \t[(<|";
    private static final String NAME = "[^\\[\\]<>(){}]{0,64}";
    private static final Pattern LEVEL =
            Pattern.compile("emerg|alert|crit|err|error|warn|warning|notice|info|debug", Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME = Pattern.compile("\\[ *(\\d{1,9})[.,](\\d{0,9}) *s? *]");
    private static final Pattern CALLER = Pattern.compile("\\[ *([TC]\\d{1,9})]");
    private static final Pattern COMMENT = Pattern.compile("[ \\t]*(?:/?\\*+|/{2,}!?|#+|;+|%+|!+|--|dnl|REM)[ \\t]*");

    private final Pattern pattern;
    private final boolean comment;
    private final boolean hasClock;

    private PrefixShape(String example) {
        this.pattern = Pattern.compile(new Writer(example).write());
        this.comment = COMMENT.matcher(example).matches();
        this.hasClock = clock(example) != null;
    }

    /** The shape of this prefix; null if its end could not be told from the text after it. */
    static PrefixShape of(String example) {
        if (example.isBlank() || example.length() > LONGEST) {
            return null;
        }
        return Character.isLetterOrDigit(example.charAt(example.length() - 1)) ? null : new PrefixShape(example);
    }

    /** The index after the prefix, -1 if the text does not begin with it. */
    int end(String text) {
        var matcher = pattern.matcher(text);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    /** The line without the prefix, which ends at {@code end}. */
    PartialLine without(PartialLine line, int end) {
        var rest = line.text().substring(end);
        if (comment) {
            return line.unquoted(rest, 1);
        }
        var prefix = line.text().substring(0, end);
        var dated = line.at(hasClock ? clock(prefix) : null);
        if (line.time() != null) {
            return dated.with(rest);
        }
        var caller = CALLER.matcher(prefix);
        return dated.with(rest, time(prefix), caller.find() ? caller.group(1) : line.caller());
    }

    /** The part of the prefix from the wall clock time on; null if it has none. */
    private static String clock(String prefix) {
        for (var at = 0; at < prefix.length(); at++) {
            var begins = Character.isLetterOrDigit(prefix.charAt(at))
                    && (at == 0 || BEFORE_CLOCK.indexOf(prefix.charAt(at - 1)) >= 0);
            if (begins && WallClock.iso(prefix.substring(at)) != null) {
                return prefix.substring(at);
            }
        }
        return null;
    }

    /** The seconds since boot in a prefix; null if it has none. */
    static Double time(String prefix) {
        var time = TIME.matcher(prefix);
        return time.find() ? PrintkTime.seconds(time.group(1) + '.' + time.group(2)) : null;
    }

    /** Writes the pattern for an example. */
    private static final class Writer {

        private final String example;
        private final StringBuilder pattern = new StringBuilder();

        private Writer(String example) {
            this.example = example;
        }

        private String write() {
            var at = 0;
            while (at < example.length()) {
                var c = example.charAt(at);
                if (c == ' ' || c == '\t') {
                    at = blanks(at);
                } else if (isDigit(at)) {
                    at = number(at);
                } else if (Character.isLetter(c)) {
                    at = word(at);
                } else {
                    at = sign(at);
                }
            }
            return pattern.toString();
        }

        private int blanks(int from) {
            var at = TextScanner.blanksEnd(example, from, example.length());
            var run = Pattern.quote(example.substring(from, at));
            if (at == example.length()) {
                // Trailing blanks get lost
                pattern.append("(?:").append(run).append("|[ \\t]*$)");
            } else if (!isDigit(at)) {
                pattern.append(from == 0 ? run : "[ \\t]+");
            }
            return at;
        }

        /** A number, with the blanks before it if it is aligned to the right. */
        private int number(int from) {
            var at = TextScanner.digitsEnd(example, from);
            var first = from == 0 || " \t[({<".indexOf(example.charAt(from - 1)) >= 0;
            pattern.append(first ? "[ \\t]*\\d{1,20}" : "\\d{1,20}");
            return at;
        }

        private int word(int from) {
            var at = from;
            while (at < example.length() && Character.isLetter(example.charAt(at))) {
                at++;
            }
            var word = example.substring(from, at);
            if (word.length() == 1) {
                pattern.append("\\p{L}");
            } else if (LEVEL.matcher(word).matches()) {
                pattern.append("(?i:").append(LEVEL.pattern()).append(')');
            } else if (word.equalsIgnoreCase("am") || word.equalsIgnoreCase("pm")) {
                pattern.append("[AaPp][Mm]");
            } else if (word.length() == 3 && SyslogHead.isCalendarWord(word)) {
                pattern.append("\\p{L}{3}");
            } else {
                pattern.append(Pattern.quote(word));
            }
            return at;
        }

        private int sign(int at) {
            var c = example.charAt(at);
            var close = c == '[' ? example.indexOf(']', at) : c == '(' ? example.indexOf(')', at) : -1;
            var separator = close < 0 ? -1 : separator(at + 1, close);
            if (separator >= 0) {
                var name = Pattern.quote(example.substring(separator, separator + 1));
                pattern.append(Pattern.quote(example.substring(at, at + 1)))
                        .append("[^\\[\\]<>(){}")
                        .append("\\" + example.charAt(separator))
                        .append("]{0,32}")
                        .append(name)
                        .append(NAME)
                        .append(Pattern.quote(example.substring(close, close + 1)));
                return close + 1;
            }
            // grep puts one sign before matching lines and another before context lines
            var last = at > 0 && example.substring(at + 1).isBlank();
            var numbered = (c == ':' || c == '-') && (last || isDigit(at - 1) || isDigit(at + 1));
            pattern.append(numbered ? "[:-]" : Pattern.quote(String.valueOf(c)));
            return at + 1;
        }

        /** The first sign between names in brackets; -1 if there is only one name, or a time. */
        private int separator(int from, int to) {
            var letters = false;
            var separator = -1;
            for (var at = to - 1; at >= from; at--) {
                letters |= Character.isLetter(example.charAt(at));
                separator = ":/,@|&".indexOf(example.charAt(at)) >= 0 ? at : separator;
            }
            return letters ? separator : -1;
        }

        private boolean isDigit(int at) {
            return TextScanner.isDigitAt(example, at);
        }
    }
}
