package org.unsplat.input.quoting;

import java.util.function.UnaryOperator;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes quoting with {@code |} or {@code +} in one column, by which maintainers mark reports in commit messages.
 *
 * <pre>{@code
 * | BUG: KCSAN: data-race in a / b
 * |
 * | write to 0xffff888012345678 of 8 bytes by task 12 on cpu 1:
 * |  f+0x1/0x2
 * }</pre>
 *
 * <p>A {@code +} followed by a tab is a line of a patch. The mark and one blank are removed if several nearby lines have the
 * mark in one column, at least one of them with text. KCSAN's own bar, above its {@code +-> reordered to:}, is the only one
 * near.
 */
public final class BarQuoting extends Layer {

    /** A mark further to the right belongs to a table. */
    private static final int COLUMNS = 9;

    private final char sign;
    private final QuoteEvidence quoted;
    private int column = -1;

    public BarQuoting(char sign, int needed, Layer next) {
        super(next);
        this.sign = sign;
        this.quoted = new QuoteEvidence(needed, this::strip, UnaryOperator.identity(), next);
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        var at = line.verbatim() ? -1 : signAt(text);
        if (at < 0) {
            quoted.other(line);
            return;
        }
        if (at != column) {
            quoted.flush();
            if (quoted.isAccepted()) {
                // In another column it is text, such as KCSAN's bar in a line that lost its quote mark
                next.take(line);
                return;
            }
            column = at;
        }
        quoted.candidate(line, text.length() <= at + 2);
    }

    /** The column of the mark if a blank or nothing follows it, -1 if the line does not begin with one. */
    private int signAt(String text) {
        var at = TextScanner.blanksEnd(text, 0, COLUMNS);
        var has = at < text.length()
                && text.charAt(at) == sign
                && (at + 1 == text.length()
                        || text.charAt(at + 1) == ' '
                        || sign == '|' && text.charAt(at + 1) == '\t');
        return has ? at : -1;
    }

    private PartialLine strip(PartialLine line) {
        var at = signAt(line.text());
        return at != column
                ? line
                : line.unquoted(
                        line.text().substring(Math.min(at + 2, line.text().length())), 1);
    }

    @Override
    public boolean isTransparent() {
        return !quoted.isHolding() && !quoted.isAccepted() && next.isTransparent();
    }

    @Override
    protected void flush() {
        quoted.flush();
    }
}
