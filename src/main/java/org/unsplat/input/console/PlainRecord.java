package org.unsplat.input.console;

import java.nio.charset.StandardCharsets;
import org.unsplat.input.bytes.Swar;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.quiet.PlainLines;

/**
 * A record on a line of its own, as nearly all lines of a console are, parsed from bytes: faster than {@link ConsolePrefix},
 * which parses any text.
 *
 * <pre>{@code
 * [   12.345678][ T1234] text
 * }</pre>
 */
public final class PlainRecord {

    /** Accepts any text after the prefix. */
    private static final boolean[] ANY = PlainLines.unless();

    private static final long TAGS = '<' * Swar.ONES;
    private static final long ESCAPES = '\\' * Swar.ONES;
    private static final long NUMBERS = '#' * Swar.ONES;

    private final PlainLines lines = new PlainLines(ANY);
    private byte[] bytes;
    private int start;
    private int timeEnd;
    private int prefixEnd;
    private int end;

    /** The caller read last, because the next line mostly has the same. */
    private String caller = "";

    /** The end of the line that begins here if it is such a record, whose parts can then be read; else -1. */
    public int end(byte[] input, int from) {
        var lineEnd = lines.end(input, from);
        if (lineEnd < 0 || input[lineEnd - 1] == '\r') {
            return -1;
        }
        bytes = input;
        start = from;
        timeEnd = PlainLines.timeEnd(input, from);
        prefixEnd = input[timeEnd] == '[' ? PlainLines.callerEnd(input, timeEnd) : timeEnd;
        end = lineEnd;
        return prefixEnd > 0 && timeEnd - from <= PrintkTime.WIDEST ? lineEnd : -1;
    }

    /** Whether the text contains a character that begins a tag, an escape or a spelled-out line end. */
    public boolean hasSigns() {
        for (var at = prefixEnd; at < end; at += 8) {
            var text = Swar.at(bytes, at);
            var signs = ((text ^ TAGS) - Swar.ONES | (text ^ ESCAPES) - Swar.ONES | (text ^ NUMBERS) - Swar.ONES)
                    & ~text
                    & Swar.SIGNS;
            if (signs != 0) {
                return true;
            }
        }
        return false;
    }

    /** The width of the prefix with its blank, even if a mailer removed that from an empty line. */
    int width() {
        return prefixEnd + (prefixEnd == end || bytes[prefixEnd] == ' ' ? 1 : 0) - start;
    }

    /** The line without its prefix. */
    public PartialLine line(int number, String raw) {
        var text = Math.min(start + width(), end);
        return new PartialLine(
                number,
                number,
                raw,
                string(text, end),
                PrintkTime.value(bytes, start, timeEnd),
                prefixEnd > timeEnd ? caller() : null,
                null,
                0,
                0,
                false);
    }

    private String caller() {
        var name = timeEnd + 1;
        while (bytes[name] == ' ') {
            name++;
        }
        if (!isLastCaller(name, prefixEnd - 1)) {
            caller = string(name, prefixEnd - 1);
        }
        return caller;
    }

    private boolean isLastCaller(int from, int to) {
        if (to - from != caller.length()) {
            return false;
        }
        for (var at = from; at < to; at++) {
            if (bytes[at] != caller.charAt(at - from)) {
                return false;
            }
        }
        return true;
    }

    private String string(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
