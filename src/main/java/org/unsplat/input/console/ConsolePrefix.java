package org.unsplat.input.console;

import org.unsplat.input.bytes.TextScanner;

/**
 * Parses everything before the kernel's text on a line, in whatever order tools have put it there: CI time, syslog header,
 * level, printk time, caller, vendor's mark.
 *
 * <pre>{@code
 * 2024-06-25T12:00:00.1234567Z <4>[   12.345678][ T1234]  f+0x1/0x2
 * }</pre>
 *
 * <p>One blank after a bracket belongs to the prefix; further blanks are indentation by the kernel.
 */
final class ConsolePrefix {

    /** The largest number of parts of a prefix. */
    private static final int LAYERS = 8;

    private int end;
    private int module;
    private Double time;
    private String caller;
    private boolean syslog;
    private int wallStart;
    private int wallEnd;

    /** Reads the prefix at this index; false if there is none. */
    boolean read(String text, int start) {
        end = start;
        time = null;
        caller = null;
        syslog = false;
        module = -1;
        wallStart = -1;
        for (var count = 0; count < LAYERS && end < text.length(); count++) {
            var next = step(text, end);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end > start;
    }

    private int step(String text, int at) {
        var c = text.charAt(at);
        if (c == '[') {
            return bracket(text, at);
        }
        if (c == '<') {
            return LevelMark.angleEnd(text, at);
        }
        if (TextScanner.isDigit(c)) {
            return text.startsWith("1 ", at)
                    ? wall(at + 2, SyslogHead.fieldsEnd(text, WallTime.isoEnd(text, at + 2)))
                    : wall(at, iso(text, at));
        }
        if (!Character.isLetter(c) || caller != null) {
            // Tools put their text before the kernel's, or between its time and text, but they know no callers
            return -1;
        }
        var head = syslog(time == null ? wall(at, SyslogHead.end(text, at)) : SyslogHead.tagEnd(text, at));
        return head > 0 || time != null ? head : LevelMark.wordEnd(text, at);
    }

    /** Notes the position of the first wall clock time, which is parsed only if a report needs it. */
    private int wall(int start, int partEnd) {
        if (partEnd > 0 && wallStart < 0) {
            wallStart = start;
            wallEnd = partEnd;
        }
        return partEnd;
    }

    private int iso(String text, int at) {
        var logcat = LogcatHead.end(text, at);
        if (logcat > 0) {
            return logcat;
        }
        var after = WallTime.isoEnd(text, at);
        if (after < 0 && time == null) {
            return syslog(SyslogHead.end(text, at));
        }
        var tag = syslog(SyslogHead.tagEnd(text, after));
        return tag > 0 ? tag : after;
    }

    private int syslog(int headEnd) {
        syslog |= headEnd > 0;
        return headEnd;
    }

    private int bracket(String text, int at) {
        var after = PrintkTime.end(text, at);
        if (after > 0) {
            time = PrintkTime.value(text, at, after);
            var mark = VendorMark.end(text, after);
            return mark > 0 ? mark : afterTime(text, after);
        }
        after = Caller.end(text, at);
        if (after > 0) {
            caller = Caller.value(text, at, after);
            return blankAfter(text, after);
        }
        after = VendorMark.moduleEnd(text, at);
        if (after > 0) {
            module = module < 0 ? at : module;
            return after;
        }
        after = wall(at + 1, WallTime.bracketEnd(text, at));
        if (after < 0) {
            return -1;
        }
        // dmesg -d prints the kernel's time before the delta
        var delta = text.indexOf('<', at);
        time = delta > 0 && delta < after ? PrintkTime.seconds(text.substring(at + 1, delta)) : time;
        return blankAfter(text, after);
    }

    private int afterTime(String text, int after) {
        var place = after + 1 < text.length() && text.charAt(after) == ' ' && text.charAt(after + 1) == '['
                ? after + 1
                : after;
        var end = Caller.end(text, place);
        if (end < 0) {
            return blankAfter(text, after);
        }
        caller = Caller.value(text, place, end);
        return blankAfter(text, end);
    }

    private static int blankAfter(String text, int at) {
        return TextScanner.spacesEnd(text, at, at + 1);
    }

    /** The index where the kernel's text begins. */
    int end() {
        return end;
    }

    /** The column where log readers take the text to begin, to which they indent its further lines. */
    int indent() {
        return module < 0 ? end : module;
    }

    Double time() {
        return time;
    }

    String caller() {
        return caller;
    }

    /** The part of the prefix that begins with a date or time; null if there is none. */
    String wall(String text) {
        return wallStart < 0 ? null : text.substring(wallStart, wallEnd);
    }

    /** Whether a syslog daemon wrote the line. */
    boolean isSyslog() {
        return syslog;
    }
}
