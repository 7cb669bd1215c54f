package org.unsplat.input.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The line ends of a log that stands in one line, in formats without backslash escapes.
 *
 * <pre>{@code
 * <failure message="[   12.345678] BUG: KCSAN: data-race in a / b&#10;[   12.345679]&#10; ..."/>          JUnit
 * ::error file=a.c,line=1::[   12.345678] BUG: KCSAN: data-race in a / b%0A[   12.345679]%0A ...         GitHub Actions
 * ##teamcity[testFailed details='|[   12.345678|] BUG: KCSAN: data-race in a / b|n ...']                 TeamCity
 * }</pre>
 */
enum EncodedLineEnds {
    DECIMAL("&#10;", "<") {
        @Override
        String decoded(String log) {
            return log.replace("&#10;", "\n");
        }
    },
    HEXADECIMAL("&#xA;", "<") {
        @Override
        String decoded(String log) {
            return log.replace("&#xA;", "\n");
        }
    },
    PERCENT("%0A", "::") {
        @Override
        String decoded(String log) {
            return log.replace("%0D", "").replace("%0A", "\n").replace("%25", "%");
        }

        /** The properties of the command precede; a colon in them is escaped. */
        @Override
        int start(String text, int first) {
            return text.indexOf("::", 2) + 2;
        }
    },
    BAR("|n", "##teamcity[") {
        @Override
        String decoded(String log) {
            return ESCAPED.matcher(log).replaceAll(escape -> switch (escape.group(1)) {
                case "n" -> "\n";
                case "r" -> "";
                default -> escape.group(1);
            });
        }
    };

    private static final Pattern ESCAPED = Pattern.compile("\\|([|'\\[\\]nr])");

    private final String lineEnd;
    private final String head;

    /** @param head how a line in this format begins, after its indentation */
    EncodedLineEnds(String lineEnd, String head) {
        this.lineEnd = lineEnd;
        this.head = head;
    }

    /** The log without the escapes of the format, except those of markup. */
    abstract String decoded(String log);

    /** The format in which the text has that many line ends, null for none. */
    static EncodedLineEnds of(String text, int fewest) {
        for (var each : values()) {
            if (EmbeddedLogs.begins(text, each.head) && EmbeddedLogs.hasMany(text, each.lineEnd, fewest)) {
                return each;
            }
        }
        return null;
    }

    /** The lines of all logs in the text. */
    List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (var first = text.indexOf(lineEnd); first >= 0; ) {
            var start = start(text, first);
            var end = end(text, start, first);
            lines.addAll(decoded(text.substring(start, end)).lines().toList());
            first = text.indexOf(lineEnd, end);
        }
        return lines;
    }

    /** The index after the quote that opens the value with the first line end, 0 if there is none. */
    int start(String text, int first) {
        var opening = Math.max(text.lastIndexOf("=\"", first), text.lastIndexOf("='", first));
        return opening < 0 ? 0 : opening + 2;
    }

    /** The index of the quote that closes the value, or of the end of the text. */
    private int end(String text, int start, int from) {
        var quote = start == 0 ? ':' : text.charAt(start - 1);
        var end = quote == ':' ? -1 : text.indexOf(quote, from);
        while (this == BAR && end > 0 && isEscaped(text, end)) {
            end = text.indexOf(quote, end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    /** Whether a bar that is not escaped itself stands before this index. */
    private static boolean isEscaped(String text, int at) {
        var start = at;
        while (start > 0 && text.charAt(start - 1) == '|') {
            start--;
        }
        return (at - start) % 2 == 1;
    }
}
