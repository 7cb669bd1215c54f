package org.unsplat.input.quoting;

import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes mail quoting with {@code >}, in any depth and spelling.
 *
 * <pre>{@code
 * > WARNING: text
 * >>  > text
 * >text
 * >> [   83.296538] a line that a robot marks as important
 * }</pre>
 *
 * <p>One blank after the last mark belongs to the quoting. A mark without a blank, as in KASAN's {@code >ffff8880b98a1a80: fb},
 * is quoting only if lines near it have one too, and then no blank is removed from any of them. Nor is it quoting at the end of
 * an arrow that a mailer broke:
 *
 * <pre>{@code
 *   lock(&toy-
 * >lock);
 * }</pre>
 */
public final class AngleQuoting extends Layer {

    private static final int DEPTHS = 16;

    /** The number of lines without a mark after which no evidence is left, more than {@link QuoteEvidence} keeps. */
    private static final int QUIET = 16;

    /** By depth: whether text directly follows the last mark, and how long ago. */
    private final QuoteEvidence[] glued = new QuoteEvidence[DEPTHS];

    private int quiet = QUIET;
    private PartialLine above;

    public AngleQuoting(Layer next) {
        super(next);
        for (var depth = 0; depth < DEPTHS; depth++) {
            glued[depth] = new QuoteEvidence(2, AngleQuoting::unglued, AngleQuoting::lastSignKept, next);
        }
    }

    @Override
    public void take(PartialLine line) {
        read(line);
        above = line;
    }

    private void read(PartialLine line) {
        var text = line.text();
        var at = firstSign(text);
        if (at < 0) {
            pass(line);
            return;
        }
        quiet = 0;
        var depth = 0;
        for (var sign = at; sign >= 0; sign = nextSign(text, at)) {
            at = sign + 1;
            depth = Math.min(depth + 1, DEPTHS);
        }
        offer(line, at, glued[depth - 1]);
    }

    /** The index of the first mark, -1 if the line does not begin with one. */
    private static int firstSign(String text) {
        var at = TextScanner.spacesEnd(text, 0, 4);
        return TextScanner.isAt(text, at, '>') ? at : -1;
    }

    private static int nextSign(String text, int at) {
        var sign = TextScanner.spacesEnd(text, at, at + 1);
        return TextScanner.isAt(text, sign, '>') ? sign : -1;
    }

    private void offer(PartialLine line, int at, QuoteEvidence style) {
        var text = line.text();
        if (isEndOfArrow(line, at)) {
            pass(lastSignKept(line));
        } else if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
            flushOthers(style);
            style.candidate(line, false);
        } else if (style.isHolding()) {
            flushOthers(style);
            style.undecided(line);
        } else {
            flushOthers(null);
            next.take(style.isAccepted() ? line.unquoted(text.substring(at), signs(text)) : lastSignKept(line));
        }
    }

    /** Whether the last mark, before {@code at}, and the end of the line above make an arrow in the name of a lock. */
    private boolean isEndOfArrow(PartialLine line, int at) {
        var text = line.text();
        if (at >= text.length()
                || !Character.isLetter(text.charAt(at)) && text.charAt(at) != '_'
                || above == null
                || above.lastNumber() + 1 != line.number()) {
            return false;
        }
        var start = above.text().stripTrailing();
        var last = start.length() - 1;
        return last > 0
                && start.charAt(last) == '-'
                && Character.isLetterOrDigit(start.charAt(last - 1))
                && signs(start) == signs(text) - 1;
    }

    private static PartialLine unglued(PartialLine line) {
        var text = line.text();
        return line.unquoted(text.substring(lastSign(text) + 1), signs(text));
    }

    /**
     * Removes the quoting except a mark without a blank after it, which is text; that text may be quoted itself.
     */
    private static PartialLine lastSignKept(PartialLine line) {
        var text = line.text();
        var last = lastSign(text);
        if (last + 1 < text.length() && text.charAt(last + 1) != ' ' && text.charAt(last + 1) != '\t') {
            return last <= firstSign(text) ? line : line.unquoted(text.substring(last), signs(text) - 1);
        }
        return last < 0 ? line : line.unquoted(text.substring(Math.min(last + 2, text.length())), signs(text));
    }

    private static int lastSign(String text) {
        var last = firstSign(text);
        for (var sign = nextSign(text, last + 1); sign >= 0; sign = nextSign(text, last + 1)) {
            last = sign;
        }
        return last;
    }

    private static int signs(String text) {
        var count = 0;
        for (var sign = firstSign(text); sign >= 0; sign = nextSign(text, sign + 1)) {
            count++;
        }
        return count;
    }

    private void pass(PartialLine line) {
        if (quiet == QUIET) {
            // The path of each line of a console log
            next.take(line);
            return;
        }
        quiet++;
        for (var style : glued) {
            if (style.isHolding()) {
                style.other(line);
                return;
            }
        }
        for (var style : glued) {
            style.fade();
        }
        next.take(line);
    }

    private void flushOthers(QuoteEvidence style) {
        for (var each : glued) {
            if (each != style) {
                each.flush();
            }
        }
    }

    @Override
    public boolean isTransparent() {
        return quiet == QUIET && next.isTransparent();
    }

    @Override
    protected void flush() {
        flushOthers(null);
    }
}
