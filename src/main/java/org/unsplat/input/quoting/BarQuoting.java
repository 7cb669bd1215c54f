package org.unsplat.input.quoting;

import java.util.function.UnaryOperator;
import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Quoting with a sign in a column, {@code |} or {@code +}, the way maintainers set reports off in commit messages.
 *
 * <pre>{@code
 * | BUG: KCSAN: data-race in a / b
 * |
 * | write to 0xffff888012345678 of 8 bytes by task 12 on cpu 1:
 * |  f+0x1/0x2
 * }</pre>
 *
 * <p>A {@code +} with a tab after it is a line of a patch. The sign and one blank go where several lines close to each
 * other have it in one column, something after it in at least one of them. KCSAN's own bar, over its
 * {@code +-> reordered to:}, stands alone.
 */
public final class BarQuoting implements Layer {

    /** A sign further to the right is part of a table. */
    private static final int COLUMNS = 9;

    private final Layer next;
    private final char sign;
    private final QuoteEvidence quoted;
    private int column = -1;

    public BarQuoting(char sign, int needed, Layer next) {
        this.sign = sign;
        this.next = next;
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
                // Within accepted quoting another column is text: KCSAN's bar where the quoting got lost
                next.take(line);
                return;
            }
            column = at;
        }
        quoted.candidate(line, text.length() <= at + 2);
    }

    /** The column of the sign with a blank or nothing after it, -1 where the line has none in front. */
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
    public void end() {
        quoted.flush();
        next.end();
    }
}
