package org.unsplat.input.records;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    DECIMAL("&#10;", "\"", "\"") {
        @Override
        String decoded(String line) {
            return line;
        }
    },
    HEXADECIMAL("&#xA;", "\"", "\"") {
        @Override
        String decoded(String line) {
            return line;
        }
    },
    PERCENT("%0A", "::", null) {
        @Override
        String decoded(String line) {
            return line.replace("%0D", "").replace("%25", "%");
        }
    },
    BAR("|n", "='", "'") {
        @Override
        String decoded(String line) {
            return ESCAPED.matcher(line.replace("|r", "")).replaceAll("$1");
        }
    };

    private static final Pattern ESCAPED = Pattern.compile("\\|([|'\\[\\]])");

    private final String lineEnd;
    private final String before;
    private final String after;

    /**
     * @param before what the log follows
     * @param after what follows the log, null for nothing
     */
    EncodedLineEnds(String lineEnd, String before, String after) {
        this.lineEnd = lineEnd;
        this.before = before;
        this.after = after;
    }

    /** The line without the escapes of the format, except those of markup. */
    abstract String decoded(String line);

    /** The format in which the text has that many line ends, null for none. */
    static EncodedLineEnds of(String text, int fewest) {
        for (var each : values()) {
            if (EmbeddedLogs.hasMany(text, each.lineEnd, fewest)) {
                return each;
            }
        }
        return null;
    }

    /** The lines of the log in the text. */
    List<String> lines(String text) {
        var first = text.indexOf(lineEnd);
        var opening = text.lastIndexOf(before, first);
        var log = text.substring(opening < 0 ? 0 : opening + before.length(), end(text, first));
        return Stream.of(log.split(Pattern.quote(lineEnd))).map(this::decoded).toList();
    }

    private int end(String text, int from) {
        var end = after == null ? -1 : text.indexOf(after, from);
        while (end > 0 && isEscaped(text, end)) {
            end = text.indexOf(after, end + 1);
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
