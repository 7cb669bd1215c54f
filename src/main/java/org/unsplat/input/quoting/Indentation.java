package org.unsplat.input.quoting;

import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes the indentation of a whole text: the four blanks of {@code git log}, of a Markdown list item, of a paste.
 *
 * <pre>{@code
 *     ======================================================
 *     WARNING: possible circular locking dependency detected
 *     6.12.0 #1 Not tainted
 *      f+0x1/0x2
 * }</pre>
 *
 * <p>Rulers and headlines are always printed in column 0. If one of them is indented, the same indentation is removed from the
 * lines that follow, until one of them has another column.
 */
public final class Indentation extends Layer {

    private static final int RULER = 16;

    /** The number of lines without the indentation after which the indented text is over. */
    private static final int LASTING = 40;

    private static final String[] HEADS = {
        "WARNING: ", "BUG: ", "INFO: ", "[ INFO: ", "[ BUG: ", "[ ERR: ", "Showing all locks held", "Kernel panic - "
    };

    private String indentation = "";
    private int without;

    public Indentation(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        var start = TextScanner.blanksEnd(text);
        if (start == text.length() || line.verbatim()) {
            next.take(line);
            return;
        }
        if (isAnchor(text, start)) {
            indentation = text.substring(0, start);
            without = 0;
        }
        next.take(indentation.isEmpty() ? line : shift(line, text));
    }

    private PartialLine shift(PartialLine line, String text) {
        if (text.startsWith(indentation)) {
            without = 0;
            return line.with(text.substring(indentation.length()));
        }
        without++;
        if (without > LASTING) {
            indentation = "";
        }
        return line;
    }

    private static boolean isAnchor(String text, int start) {
        var c = text.charAt(start);
        if (c == '=' || c == '-') {
            return isRuler(text, start, c);
        }
        if (c != 'W' && c != 'B' && c != 'I' && c != '[' && c != 'S' && c != 'K') {
            return false;
        }
        for (var head : HEADS) {
            if (text.startsWith(head, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a ruler of this character begins at {@code start}. */
    public static boolean isRuler(String text, int start, char c) {
        for (var at = start; at < start + RULER; at++) {
            if (at >= text.length() || text.charAt(at) != c) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isTransparent() {
        return indentation.isEmpty() && next.isTransparent();
    }
}
