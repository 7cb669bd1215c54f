package org.unsplat.input.console;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Prefixes that no rule knows, by evidence: what stands in front of a headline, of the ruler above it and of the lines
 * below it alike was not printed by the kernel.
 *
 * <pre>{@code
 * 14/11/25 11:37 a. m.		============================================
 * 14/11/25 11:37 a. m.		WARNING: possible recursive locking detected
 * 14/11/25 11:37 a. m.		6.17.7-1-default #1 Not tainted
 * }</pre>
 *
 * <p>From a ruler or headline on, a few lines are held back until the evidence is there. Then the prefix is taken off
 * the lines of the same message and quoting that have it, until too many have gone by without it.
 */
public final class PrefixEvidence implements Layer {

    /** Lines that are held back at most. */
    private static final int HELD = 8;

    /** What stands in front of a ruler or headline at most, known prefixes included. */
    private static final int LONGEST = 256;

    /** Lines with the prefix beside the first that make it one. */
    private static final int NEEDED = 2;

    /** Lines without the prefix after which it is over; fewer than the prefilter goes back. */
    private static final int LASTING = 40;

    private final Layer next;
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
        this.next = next;
    }

    @Override
    public void take(PartialLine line) {
        if (!held.isEmpty() && !isBeside(held.get(0), line)) {
            flush();
        }
        if (held.isEmpty() && pass(line)) {
            return;
        }
        if (held.isEmpty() || !examine(line)) {
            flush();
            if (!begin(line)) {
                next.take(line);
            }
        }
    }

    private static boolean isBeside(PartialLine first, PartialLine line) {
        return first.message() == line.message() && first.depth() == line.depth() && !line.verbatim();
    }

    /** Takes a line that has the prefix. */
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

    /** Holds the line back if it is a ruler or a headline behind something unknown. */
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

    /** Behind a time nearly all lines go on with a blank or a word; then only a ruler may have something before it. */
    private static boolean isPlain(PartialLine line) {
        var text = line.text();
        if (line.time() == null || text.isEmpty()) {
            return text.isEmpty();
        }
        var c = text.charAt(0);
        return c == '=' || (c == ' ' || Character.isLetterOrDigit(c)) && !text.endsWith("=");
    }

    /** The shape of what is unknown before this place, null where nothing is. */
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

    /** Whether from here on, up to this place, stands what the console's layer takes off, and blanks. */
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

    /** A line end spelled out is the kernel's. */
    private static int unescapedEnd(String text, int start) {
        var escape = start - 4;
        return text.startsWith("#012", escape) || text.startsWith("\\x0a", escape) ? escape : start;
    }

    /** Takes the line for evidence; false where another prefix may begin with it. */
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
            flush();
        } else if (held.size() == HELD) {
            flush();
        }
        return true;
    }

    /** Whether a headline stands in front, behind a prefix that is known or not. */
    private boolean isHeadline(String text) {
        var start = ReportMarks.start(text);
        return start >= 0
                && start <= LONGEST
                && !ReportMarks.isRuler(text, start)
                && (start == 0 || isKnown(text, 0, start));
    }

    private void flush() {
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
    public void end() {
        flush();
        shape = null;
        next.end();
    }
}
