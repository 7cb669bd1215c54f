package org.unsplat.input.console;

import org.unsplat.input.bytes.TextScanner;

/** Who printed a line, from kernels with CONFIG_PRINTK_CALLER: a task, {@code [ T1234]}, or a cpu, {@code [    C1]}. */
public final class Caller {

    private Caller() {}

    /** The place after the caller that stands here, -1 where there is none. */
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

    /** The caller in brackets. */
    static String value(String text, int at, int end) {
        return text.substring(at + 1, end - 1).strip();
    }

    /** The caller that this is, null where it is none. */
    public static String read(String name) {
        return !name.isEmpty() && nameEnd(name, 0) == name.length() ? name : null;
    }
}
