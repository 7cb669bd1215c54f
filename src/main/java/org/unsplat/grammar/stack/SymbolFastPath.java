package org.unsplat.grammar.stack;

import org.unsplat.grammar.text.Numbers;

/**
 * Parses the symbols of most frames without a regex. With the regex of {@link Symbol} it would
 * take half of the time of a log full of reports.
 * <pre>
 * __flush_work+0x30b/0x570
 * __flush_work+0x30b/0x570 kernel/workqueue.c:4178
 * lkt_sa_irq+0xc/0x20 [lkt]
 * </pre>
 */
final class SymbolFastPath {

    /** Longer line numbers are left to {@link Symbol}. */
    private static final int DIGITS = 9;

    /** Whether a character may occur in a name. */
    private static final boolean[] OF_NAMES = new boolean[128];

    static {
        for (var c : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$".toCharArray()) {
            OF_NAMES[c] = true;
        }
    }

    private SymbolFastPath() {}

    /** Whether the rest of the text from {@code start} is such a symbol. */
    static boolean matches(String text, int start) {
        var end = sizeEnd(text, offsetEnd(text, plus(text, start)));
        return end > 0 && (end == text.length() || isModule(text, end) || placeColon(text, end) > 0);
    }

    /** Parses the rest of the text from {@code start}; null if it is more than this class can parse. */
    static FrameBuilder parse(String text, int start) {
        var plus = plus(text, start);
        var slash = offsetEnd(text, plus);
        var end = sizeEnd(text, slash);
        if (end < 0) {
            return null;
        }
        var frame = new FrameBuilder();
        frame.function = text.substring(start, plus);
        frame.offset = text.substring(plus + 1, slash);
        frame.size = text.substring(slash + 1, end);
        return end == text.length() || module(frame, text, end) || place(frame, text, end) ? frame : null;
    }

    private static boolean module(FrameBuilder frame, String text, int end) {
        var matches = isModule(text, end);
        frame.module = matches ? text.substring(end + 2, text.length() - 1) : null;
        return matches;
    }

    private static boolean place(FrameBuilder frame, String text, int end) {
        var colon = placeColon(text, end);
        if (colon < 0) {
            return false;
        }
        frame.file = text.substring(end + 1, colon);
        frame.line = Numbers.parseInt(text.substring(colon + 1));
        return true;
    }

    /** The index of the plus sign after a name, -1 if there is none. */
    private static int plus(String text, int start) {
        var plus = text.indexOf('+', start);
        return plus > start && isName(text, start, plus) ? plus : -1;
    }

    /** The index after the offset, -1 if it is not complete. */
    private static int offsetEnd(String text, int plus) {
        return plus < 0 ? -1 : hexEnd(text, plus + 1);
    }

    /** The index after the size, -1 if it is not complete. */
    private static int sizeEnd(String text, int slash) {
        return slash > 0 && text.startsWith("/", slash) ? hexEnd(text, slash + 1) : -1;
    }

    private static boolean isModule(String text, int end) {
        var close = text.length() - 1;
        return text.startsWith(" [", end)
                && text.charAt(close) == ']'
                && close > end + 2
                && isName(text, end + 2, close)
                && text.indexOf('$', end) < 0;
    }

    private static boolean isName(String text, int start, int end) {
        for (var at = start; at < end; at++) {
            var c = text.charAt(at);
            if (c >= OF_NAMES.length || !OF_NAMES[c]) {
                return false;
            }
        }
        return true;
    }

    /** The index after the digits of the number that begins at {@code start}, -1 if there is none. */
    private static int hexEnd(String text, int start) {
        var digits = text.startsWith("0x", start) ? start + 2 : text.length();
        var end = Numbers.hexEnd(text, digits);
        return end > digits ? end : -1;
    }

    /** The index of the colon if the rest consists of a file and a line; else -1. */
    private static int placeColon(String text, int blank) {
        var colon = text.lastIndexOf(':');
        if (text.charAt(blank) != ' '
                || colon < blank + 2
                || colon + 1 == text.length()
                || text.length() - colon > DIGITS) {
            return -1;
        }
        for (var at = blank + 1; at < colon; at++) {
            var c = text.charAt(at);
            if (c <= ' ' || c >= 0x7f || c == '(' || c == ')' || c == '[' || c == ']') {
                return -1;
            }
        }
        for (var at = colon + 1; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return -1;
            }
        }
        return colon;
    }
}
