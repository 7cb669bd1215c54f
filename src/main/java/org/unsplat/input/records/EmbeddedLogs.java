package org.unsplat.input.records;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Reads a log that stands in one line as a string, or as a list of strings, with backslash escapes or {@link EncodedLineEnds}.
 *
 * <pre>{@code
 * {"id":"maestro:1","log_excerpt":"[   12.345678] BUG: KCSAN: data-race in a / b\n[   12.345679]\n ..."}    KCIDB
 * "lines": ["[   12.345678] BUG: KCSAN: data-race in a / b", "[   12.345679]", ...]
 * assert not ['[   12.345678] BUG: KCSAN: data-race in a / b', '[   12.345679]', ...]                      pytest
 * dmesg = '[   12.345678] BUG: KCSAN: data-race in a / b\n[   12.345679]\n ...'                              pytest
 * }</pre>
 *
 * <p>What surrounds the log is left out.
 */
public final class EmbeddedLogs extends Layer {

    /** The number of lines from which on a string is a log, and not the source of a message. */
    private static final int FEWEST_LINES = 8;

    public EmbeddedLogs(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        var lines = mayHaveLog(line.text()) ? lines(line.text()) : List.<String>of();
        if (lines.isEmpty()) {
            next.take(line);
        }
        for (var each : lines) {
            // A string may be quoted twice
            take(line.decoded(each, line));
        }
    }

    @Override
    public boolean isTransparent() {
        return next.isTransparent();
    }

    /** Whether the text may have a log, which is also a quick check for lines that have none. */
    static boolean mayHaveLog(String text) {
        return text.indexOf('\\') >= 0 && hasMany(text, "\\n", FEWEST_LINES)
                || beginsJson(text) && (hasMany(text, "\", \"", FEWEST_LINES) || hasMany(text, "\",\"", FEWEST_LINES))
                || hasList(text) && hasMany(text, "', '", FEWEST_LINES)
                || EncodedLineEnds.of(text, FEWEST_LINES) != null;
    }

    /** Whether the text may have a list of strings in Python, which tests print in the midst of a line. */
    public static boolean hasList(String text) {
        return text.contains("['");
    }

    private static boolean beginsJson(String text) {
        return begins(text, "{") || begins(text, "\"") || begins(text, "[\"");
    }

    /** Whether the text begins like this, after its indentation. */
    static boolean begins(String text, String head) {
        var at = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return text.startsWith(head, at);
    }

    /** Whether the value of a string has the lines of a log. */
    static boolean isLog(String value) {
        return hasMany(value, "\n", FEWEST_LINES);
    }

    static boolean hasMany(String text, String part, int fewest) {
        var at = -1;
        for (var count = 1; count < fewest; count++) {
            at = text.indexOf(part, at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(String text) {
        var encoded = hasMany(text, "\\n", FEWEST_LINES) ? null : EncodedLineEnds.of(text, FEWEST_LINES);
        return encoded == null ? strings(text) : encoded.lines(text);
    }

    /** The lines of all strings and lists that are long enough. */
    private static List<String> strings(String text) {
        var lines = new ArrayList<String>();
        var list = new ArrayList<String>();
        for (var quote = quoteFrom(text, 0); quote >= 0; ) {
            var string = LenientObject.string(text, quote);
            var value = string.text();
            var isListed = continuesList(text, string.end());
            if (isLog(value)) {
                lines.addAll(value.stripTrailing().lines().toList());
            } else if (mayHaveLog(value)) {
                lines.add(value);
            } else if (isListed || !list.isEmpty()) {
                list.add(value);
            }
            if (!isListed) {
                addLong(list, lines);
            }
            quote = quoteFrom(text, string.end());
        }
        return lines;
    }

    private static void addLong(List<String> list, List<String> lines) {
        if (list.size() >= FEWEST_LINES) {
            list.forEach(each -> lines.addAll(each.stripTrailing().lines().toList()));
        }
        list.clear();
    }

    /** Whether a comma and another string follow directly. */
    private static boolean continuesList(String text, int after) {
        return text.startsWith(",", after)
                && (isQuote(text, after + 1) || text.startsWith(" ", after + 1) && isQuote(text, after + 2));
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    /** The index of the next quote that opens a string, -1 if there is none; an apostrophe does not. */
    private static int quoteFrom(String text, int from) {
        for (var at = from; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"' || c == '\'' && !isWord(text, at - 1) || c == '\'' && isBytes(text, at - 1)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether this is the prefix of bytes in Python, {@code b'...'}. */
    private static boolean isBytes(String text, int at) {
        return text.charAt(at) == 'b' && !isWord(text, at - 1);
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }
}
