package org.unsplat.triage;

import java.util.List;
import org.unsplat.input.bytes.Regex;

/**
 * Makes a title of a line of the kernel as syzkaller does: what differs between runs (process numbers, addresses, line numbers)
 * becomes a word, and the rest is one line of ASCII. {@code BUG: looking up invalid subclass: 9} becomes
 * {@code BUG: looking up invalid subclass: NUM}.
 */
final class TitleText {

    private static final int MAX_LENGTH = 120;

    /** Longer lines are damaged, and their end would be cut anyway. */
    private static final int MAX_LINE = 2000;

    /** The smallest number of hexadecimal digits of an address. */
    private static final int ADDRESS = 6;

    /** @param sign a text that every match contains */
    private record Replacement(String sign, Regex pattern, String by) {

        Replacement(String sign, String regex, String by) {
            this(sign, new Regex(regex), by);
        }

        /** Replaces until nothing changes, because matches may overlap, as in "0,1,2". */
        String in(String text) {
            String before;
            var after = text;
            do {
                before = after;
                after = before.contains(sign) ? pattern.matcher(before).replaceAll(by) : before;
            } while (!after.equals(before));
            return after;
        }
    }

    /** The replacements for numbers, in a class of their own: most lines have none, and need none of the regexes. */
    private static final class Numbers {

        /** In this order, because each works on the result of the one before. */
        static final List<Replacement> REPLACEMENTS = List.of(
                new Replacement("syz-executor", "syz-executor\\.?\\d+(?:[/:]\\d+)?", "syz-executor"),
                new Replacement("syzkaller", "syzkaller\\d+(?:[/:]\\d+)?", "syzkaller"),
                new Replacement("", "([^a-zA-Z0-9])(?:0x)?[0-9a-f]{6,}", "$1ADDR"),
                new Replacement(".", "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "IP"),
                new Replacement(".", "(\\.\\w+)(?::\\d+)+", "$1:LINE"),
                new Replacement("+0x", "([a-zA-Z][a-zA-Z0-9_.]+)\\+0x[0-9a-z]+/0x[0-9a-z]+", "$1"),
                new Replacement("CPU#", "CPU#\\d+", "CPU"),
                new Replacement("", "(\\W)\\d+(\\W|$)", "$1NUM$2"),
                new Replacement("", "\\d{7,}", "NUM"));

        static String replacedIn(String line) {
            var text = line;
            for (var replacement : REPLACEMENTS) {
                text = replacement.in(text);
            }
            return text;
        }
    }

    private TitleText() {}

    static String of(String line) {
        var text = beginning(line);
        return oneLine(hasNumber(text) ? Numbers.replacedIn(text) : text);
    }

    /** Whether the text has a digit, or letters that may be digits of an address. */
    private static boolean hasNumber(String text) {
        var letters = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            letters = c >= 'a' && c <= 'f' ? letters + 1 : 0;
            if (letters == ADDRESS || c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    static String beginning(String line) {
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(MAX_LENGTH);
        for (var i = 0; i < text.length() && i < MAX_LENGTH; i++) {
            char c = text.charAt(i) == '\t' ? ' ' : text.charAt(i);
            var doubled = c == ' ' && (line.isEmpty() || line.charAt(line.length() - 1) == ' ');
            if (c >= ' ' && c < 0x7f && !doubled) {
                line.append(c);
            }
        }
        return line.toString().strip();
    }
}
