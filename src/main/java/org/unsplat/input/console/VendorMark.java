package org.unsplat.input.console;

import org.unsplat.input.bytes.TextScanner;

/**
 * What the kernels of vendors print between time and text.
 *
 * <pre>{@code
 * [   12.345678]I[0:      swapper/0:    0] text        Samsung, I in an interrupt
 * [   12.345678] [2:  kworker/2:1:  123] text          Samsung
 * [   12.345678]  (1)[0:swapper/1]text                 Qualcomm
 * [   12.345678] <0>text                               MediaTek
 * [   12.345678] (1)[0:swapper/1][name:lockdep&]text   MediaTek, with the module that printed it
 * [   12.345678] -(1)[0:swapper/1][name:lockdep&]text  MediaTek, with interrupts off
 * }</pre>
 */
final class VendorMark {

    private static final int LONGEST = 48;
    private static final int LONGEST_MODULE = 80;
    private static final String MODULE = "[name:";

    private VendorMark() {}

    /** The index after the mark that begins here, -1 if there is none. */
    static int end(String text, int at) {
        var start = TextScanner.spacesEnd(text, at, at + 2);
        if (start >= text.length()) {
            return -1;
        }
        return switch (text.charAt(start)) {
            case 'I' -> blankAfter(text, taskEnd(text, start + 1));
            case '[' -> blankAfter(text, taskEnd(text, start));
            case '(' -> taskEnd(text, cpuEnd(text, start, ')'));
            case '-' -> text.startsWith("-(", start) ? taskEnd(text, cpuEnd(text, start + 1, ')')) : -1;
            case '<' -> cpuEnd(text, start, '>');
            default -> -1;
        };
    }

    /** The index after {@code [name:module&]}, -1 if there is none. */
    static int moduleEnd(String text, int at) {
        if (!text.startsWith(MODULE, at)) {
            return -1;
        }
        var end = text.indexOf("&]", at);
        return end > 0 && end - at <= LONGEST_MODULE ? end + 2 : -1;
    }

    private static int blankAfter(String text, int end) {
        return end > 0 && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    }

    private static int cpuEnd(String text, int at, char close) {
        for (var end = at + 1; end < text.length() && end < at + 4; end++) {
            var c = text.charAt(end);
            if (c == close && end > at + 1) {
                return end + 1;
            }
            if (c < '0' || c > '9') {
                return -1;
            }
        }
        return -1;
    }

    /** The index after {@code [cpu:comm:pid]} or {@code [pid:comm]}. */
    private static int taskEnd(String text, int at) {
        if (at < 0 || at + 3 > text.length() || text.charAt(at) != '[') {
            return -1;
        }
        var colon = TextScanner.digitsEnd(text, at + 1);
        if (colon == at + 1 || !TextScanner.isAt(text, colon, ':')) {
            return -1;
        }
        var end = text.indexOf(']', colon);
        return end > 0 && end - at <= LONGEST ? end + 1 : -1;
    }
}
