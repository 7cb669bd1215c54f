package org.unsplat.input.console;

import org.unsplat.input.bytes.Regex;

/**
 * Recognizes lines of kernel reports at any position in a line: rulers, headlines, and some of the lines below them.
 *
 * <pre>{@code
 * : ======================================================
 * : WARNING: possible circular locking dependency detected
 * : 6.15.0-rc5 #1 Not tainted
 * }</pre>
 */
final class ReportMarks {

    private static final int RULER_WIDTH = 16;
    private static final String RULER = "=".repeat(RULER_WIDTH);

    private static final String CUT_HERE = "------------[ cut here ]";

    /** Beginnings of headlines. Those with a colon end with one of the letters that {@link #start} looks for. */
    private static final String[] HEADS = {"WARNING:", "BUG:", "INFO:", "ERR:", "Showing all locks held in the system:"
    };

    private static final Regex BODY = new Regex("\\+0x[0-9a-f]+/0x|}(?:-\\{\\d+:\\d+\\})?,? at:|ainted"
            + "|in_atomic\\(\\)|code is fine but needs|Call [Tt]race:|^CPU: \\d|(?:read|write) .{0,40}to 0x|race at unknown"
            + "|locks? held by|^-{16}|is trying to|turning off the locking|^Modules linked in|backtrace:");

    private ReportMarks() {}

    /** The index of a ruler or headline in this line, -1 if there is none. */
    static int start(String text) {
        var ruler = text.indexOf(RULER);
        if (ruler >= 0) {
            return ruler;
        }
        if (text.endsWith("]------------")) {
            return text.indexOf(CUT_HERE);
        }
        for (var colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            if (colon > 2 && "GORm".indexOf(text.charAt(colon - 1)) >= 0) {
                var start = headStart(text, colon);
                if (start >= 0) {
                    return start;
                }
            }
        }
        return -1;
    }

    private static int headStart(String text, int colon) {
        for (var head : HEADS) {
            var start = colon + 1 - head.length();
            if (text.startsWith(head, start) && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
                return start > 1 && text.startsWith("[ ", start - 2) ? start - 2 : start;
            }
        }
        return -1;
    }

    static boolean isRuler(String text, int at) {
        return text.startsWith(RULER, at) || text.startsWith(CUT_HERE, at);
    }

    /** Whether such a line may follow a headline. */
    static boolean isBody(String text) {
        return BODY.matcher(text).find();
    }
}
