package org.unsplat.input.mail;

import org.unsplat.input.bytes.TextScanner;

/** A {@code Fixes:} trailer: the hash of a commit, mostly with the title in parentheses behind it, or an address. */
final class FixesTrailer {

    private static final String NAME = "Fixes: ";
    private static final String COMMIT = "commit ";

    /** With fewer digits of a hash a word of a sentence would do as well, unless one of them is a figure. */
    private static final int LONGER_THAN_WORDS = 8;

    private static final int SHORTEST_HASH = 4;

    private FixesTrailer() {}

    /** The text of the trailer that begins here; null if the line names no commit. */
    static String read(String line, int start) {
        if (!line.startsWith(NAME, start)) {
            return null;
        }
        var text = line.substring(start + NAME.length()).strip();
        var hash = text.startsWith("^") ? 1 : text.startsWith(COMMIT) ? COMMIT.length() : 0;
        return text.startsWith("http") || isHash(text, hash) ? text : null;
    }

    private static boolean isHash(String text, int start) {
        var end = TextScanner.hexEnd(text, start);
        var isWhole = end == text.length() || text.charAt(end) == ' ';
        var length = end - start;
        return isWhole && length >= SHORTEST_HASH && (length >= LONGER_THAN_WORDS || hasFigure(text, start, end));
    }

    private static boolean hasFigure(String text, int start, int end) {
        for (var at = start; at < end; at++) {
            if (TextScanner.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** The text with the line below it if a mailer broke the title there; null if the title is whole, or ends elsewhere. */
    static String joined(String text, String below) {
        var rest = below.strip();
        return text.contains(" (") && !text.endsWith(")") && rest.endsWith(")") ? text + " " + rest : null;
    }
}
