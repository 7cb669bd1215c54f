package org.unsplat.triage;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a title out of a line that the kernel printed, as syzkaller does: what differs from run to run (process
 * numbers, addresses, line numbers) becomes a word, the rest one line of ASCII.
 * {@code BUG: looking up invalid subclass: 9} becomes {@code BUG: looking up invalid subclass: NUM}.
 */
final class TitleText {

    private static final int MAX_LENGTH = 120;

    /** Longer lines are damaged ones; the end would be cut anyhow. */
    private static final int MAX_LINE = 2000;

    private record Replacement(Pattern pattern, String by) {
        Replacement(String regex, String by) {
            this(Pattern.compile(regex), by);
        }
    }

    /** In this order: what one leaves the next one sees. */
    private static final List<Replacement> REPLACEMENTS = List.of(
            new Replacement("syz-executor\\.?\\d+(?:[/:]\\d+)?", "syz-executor"),
            new Replacement("syzkaller\\d+(?:[/:]\\d+)?", "syzkaller"),
            new Replacement("([^a-zA-Z0-9])(?:0x)?[0-9a-f]{6,}", "$1ADDR"),
            new Replacement("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "IP"),
            new Replacement("(\\.\\w+)(?::\\d+)+", "$1:LINE"),
            new Replacement("([a-zA-Z][a-zA-Z0-9_.]+)\\+0x[0-9a-z]+/0x[0-9a-z]+", "$1"),
            new Replacement("CPU#\\d+", "CPU"),
            new Replacement("(\\W)\\d+(\\W|$)", "$1NUM$2"),
            new Replacement("\\d{7,}", "NUM"));

    private TitleText() {
    }

    static String of(String line) {
        String text = beginning(line);
        for (var replacement : REPLACEMENTS) {
            text = replaced(text, replacement);
        }
        return oneLine(text);
    }

    static String beginning(String line) {
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }

    /** As often as it takes: matches overlap, as in "0,1,2". */
    private static String replaced(String text, Replacement replacement) {
        String before;
        String after = text;
        do {
            before = after;
            after = replacement.pattern.matcher(before).replaceAll(replacement.by);
        } while (!after.equals(before));
        return after;
    }

    private static String oneLine(String text) {
        var line = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), MAX_LENGTH)).replace('\t', ' ').toCharArray()) {
            boolean doubled = c == ' ' && (line.isEmpty() || line.charAt(line.length() - 1) == ' ');
            if (c >= ' ' && c < 0x7f && !doubled) {
                line.append(c);
            }
        }
        return line.toString().strip();
    }
}
