package org.unsplat.input.quiet;

/**
 * The beginnings of lines after which the words of reports may be encoded, so that searching for them would miss reports: mails, JSON.
 */
final class ContainerStarts {

    /** In lower case; compared without regard to case. */
    private static final String[] STARTS = {
        "from ",
        "message-id:",
        "received:",
        "return-path:",
        "delivered-to:",
        "x-original-to:",
        "commit ",
        "__cursor=",
        "_boot_id=",
        "@@ -",
        "{",
        "- {",
        "data: {",
        "panic#",
        "oops#",
        "\0"
    };

    private static final boolean[] FIRST = new boolean[256];

    static {
        for (var start : STARTS) {
            FIRST[start.charAt(0)] = true;
            FIRST[Character.toUpperCase(start.charAt(0))] = true;
        }
        FIRST[' '] = true;
        FIRST['\t'] = true;
        FIRST[0x1e] = true;
    }

    private ContainerStarts() {}

    /** Whether such a line begins at {@code start}. */
    static boolean beginAt(byte[] bytes, int start, int end) {
        return FIRST[bytes[start] & 0xff] && isOne(bytes, start, end);
    }

    private static boolean isOne(byte[] bytes, int start, int end) {
        var at = start;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == 0x1e)) {
            at++;
        }
        for (var word : STARTS) {
            var indented = word.charAt(0) == '{' || word.charAt(0) == '-' || word.charAt(0) == '_';
            if ((at == start || indented) && at + word.length() <= end && startsWith(word, bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String word, byte[] bytes, int at) {
        for (var i = 0; i < word.length(); i++) {
            var c = bytes[at + i];
            if (word.charAt(i) != (c >= 'A' && c <= 'Z' ? c | 0x20 : c)) {
                return false;
            }
        }
        return true;
    }
}
