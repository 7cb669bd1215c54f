package org.unsplat.input.console;

import org.unsplat.input.bytes.TextScanner;

/** The caller that CONFIG_PRINTK_CALLER prints before a line: a task, {@code [ T1234]}, or a CPU, {@code [    C1]}. */
public final class Caller {

    private Caller() {}

    /** The index after the caller that begins here, -1 if there is none. */
    static int end(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return -1;
        }
        var start = TextScanner.spacesEnd(text, at + 1);
        var end = start < text.length() ? nameEnd(text, start) : -1;
        return end > 0 && end < text.length() && text.charAt(end) == ']' ? end + 1 : -1;
    }

    private static int nameEnd(String text, int start) {
        if (text.charAt(start) != 'T' && text.charAt(start) != 'C') {
            return -1;
        }
        var end = TextScanner.digitsEnd(text, start + 1);
        return end > start + 1 ? end : -1;
    }

    /** The caller within the brackets. */
    static String value(String text, int at, int end) {
        return text.substring(at + 1, end - 1).strip();
    }

    /** The name if it is a caller, else null. */
    public static String read(String name) {
        return !name.isEmpty() && nameEnd(name, 0) == name.length() ? name : null;
    }
}
