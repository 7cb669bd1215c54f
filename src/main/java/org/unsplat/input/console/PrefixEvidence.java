package org.unsplat.input.console;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes prefixes that no rule knows. Text that is the same before a headline, before the ruler above it and before the lines
 * below it was not printed by the kernel.
 *
 * <pre>{@code
 * 14/11/25 11:37 a. m.		============================================
 * 14/11/25 11:37 a. m.		WARNING: possible recursive locking detected
 * 14/11/25 11:37 a. m.		6.17.7-1-default #1 Not tainted
 * }</pre>
 *
 * <p>From a ruler or headline on, a few lines are held back until that is certain. Then the prefix is removed from the lines
 * of the same message and quoting depth that have it, until too many lines without it have passed.
 */
public final class PrefixEvidence extends Layer {

    /** The largest number of lines held back. */
    private static final int HELD = 8;

    /** The largest length of text before a ruler or headline, including known prefixes. */
    private static final int LONGEST = 256;

    /** The number of further lines with the prefix that prove it. */
    private static final int NEEDED = 2;

    /** The number of lines without the prefix after which it ends; fewer than the prefilter's context. */
    private static final int LASTING = 40;

    private final ConsolePrefix known = new ConsolePrefix();
    private final List<PartialLine> held = new ArrayList<>();
    private PrefixShape candidate;
    private boolean ruled;
    private boolean headed;
    private boolean followed;
    private int count;

    private PrefixShape shape;
    private int message;
    private int depth;
    private int without;

    public PrefixEvidence(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        if (!held.isEmpty() && !isBeside(held.get(0), line)) {
            release();
        }
        if (held.isEmpty() && pass(line)) {
            return;
        }
        if (held.isEmpty() || !examine(line)) {
            release();
            if (!begin(line)) {
                next.take(line);
            }
        }
    }

    private static boolean isBeside(PartialLine first, PartialLine line) {
        return first.message() == line.message() && first.depth() == line.depth() && !line.verbatim();
    }

    /** Handles a line that has the prefix; returns whether it has. */
    private boolean pass(PartialLine line) {
        var end = end(line);
        if (end >= 0) {
            without = 0;
            next.take(shape.without(line, end));
        } else if (shape != null && ++without > LASTING) {
            shape = null;
        }
        return end >= 0;
    }

    private int end(PartialLine line) {
        var applies = shape != null && line.message() == message && line.depth() == depth && !line.verbatim();
        return applies ? shape.end(line.text()) : -1;
    }

    /** Holds the line back if it is a ruler or headline after unknown text; returns whether it is. */
    private boolean begin(PartialLine line) {
        var text = line.text();
        var start = line.verbatim() || isPlain(line) ? -1 : ReportMarks.start(text);
        if (start <= 0) {
            return false;
        }
        candidate = shape(text, start);
        if (candidate == null) {
            return false;
        }
        ruled = ReportMarks.isRuler(text, start);
        headed = !ruled;
        followed = false;
        count = 0;
        held.add(line);
        return true;
    }

    /** Whether the line can have no unknown prefix: after a time nearly all lines go on with a blank or a word. */
    private static boolean isPlain(PartialLine line) {
        var text = line.text();
        if (line.time() == null || text.isEmpty()) {
            return text.isEmpty();
        }
        var c = text.charAt(0);
        return c == '=' || (c == ' ' || Character.isLetterOrDigit(c)) && !text.endsWith("=");
    }

    /** The shape of the unknown text before {@code start}; null if there is none. */
    private PrefixShape shape(String line, int start) {
        if (start > LONGEST) {
            return null;
        }
        var text = line.substring(0, Math.min(line.length(), start + LONGEST));
        var first = TextScanner.blanksEnd(text);
        if (first == start || known.read(text, first) || KmsgRecord.read(text, first) != null) {
            return null;
        }
        var prefix = text.substring(0, unescapedEnd(text, start));
        for (var at = first + 1; at < start; at++) {
            var begins = !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at) != ' ';
            if (begins && isKnown(text, at, start)) {
                return PrefixShape.of(PrefixShape.time(text.substring(0, at)) == null ? text.substring(0, at) : prefix);
            }
        }
        return PrefixShape.of(prefix);
    }

    /** Whether the text up to {@code end} is only a prefix that the console layer removes, and blanks. */
    private boolean isKnown(String text, int at, int end) {
        if (known.read(text, at)) {
            return known.end() <= end && text.substring(known.end(), end).isBlank();
        }
        var semicolon = text.indexOf(';', at);
        return semicolon >= 0
                && semicolon < end
                && text.substring(semicolon + 1, end).isBlank()
                && KmsgRecord.read(text, at) != null;
    }

    /** The end of the prefix, before a spelled-out line end, which belongs to the kernel's text. */
    private static int unescapedEnd(String text, int start) {
        var escape = start - 4;
        return text.startsWith("#012", escape) || text.startsWith("\\x0a", escape) ? escape : start;
    }

    /** Examines the line as evidence; false if another prefix may begin with it. */
    private boolean examine(PartialLine line) {
        var text = line.text();
        var end = candidate.end(text);
        if (end >= 0) {
            var rest = text.substring(end);
            headed |= isHeadline(rest) || ruled && rest.startsWith("[");
            followed |= ReportMarks.isBody(rest);
            count++;
        } else if (ReportMarks.start(text) >= 0) {
            return false;
        }
        held.add(line);
        if (headed && count >= NEEDED && (ruled || followed)) {
            shape = candidate;
            message = line.message();
            depth = line.depth();
            without = 0;
            release();
        } else if (held.size() == HELD) {
            release();
        }
        return true;
    }

    /** Whether the text begins with a headline, after a known prefix or none. */
    private boolean isHeadline(String text) {
        var start = ReportMarks.start(text);
        return start >= 0
                && start <= LONGEST
                && !ReportMarks.isRuler(text, start)
                && (start == 0 || isKnown(text, 0, start));
    }

    private void release() {
        if (held.isEmpty()) {
            return;
        }
        var lines = List.copyOf(held);
        held.clear();
        for (var line : lines) {
            if (!pass(line)) {
                next.take(line);
            }
        }
    }

    @Override
    public boolean isTransparent() {
        return held.isEmpty() && shape == null && next.isTransparent();
    }

    @Override
    protected void flush() {
        release();
        shape = null;
    }
}
