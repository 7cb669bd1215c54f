package org.unsplat.input.mail;

import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.Limits;
import org.unsplat.input.layer.PartialLine;
import org.unsplat.input.quoting.Indentation;

/**
 * Decodes a {@code format=flowed} part of a mail (RFC 3676): a line that ends with a blank continues on the next line, and one
 * blank before a line is removed. With {@code delsp=yes} the blank at the end is removed too.
 *
 * <p>Kernel lines may end with a blank, and many mailers keep it. So lines are joined only if the next word would not have fit
 * on the line, and never with a ruler.
 */
final class FlowedText extends Layer {

    /** Mailers flow text at 66 to 78 columns. */
    private static final int NARROWEST = 60;

    private final boolean delsp;
    private final StringBuilder held = new StringBuilder();
    private PartialLine first;
    private PartialLine last;
    private int depth;
    private int width;

    FlowedText(Layer next, boolean delsp) {
        super(next);
        this.delsp = delsp;
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        if (first != null && goesOn(text)) {
            held.setLength(delsp ? held.length() - 1 : held.length());
            held.append(text, contentStart(text), text.length());
        } else {
            flush();
            first = line;
            depth = depth(text);
            held.append(text, depth > 0 ? 0 : contentStart(text), text.length());
        }
        last = line;
        width = text.length();
        if (!text.endsWith(" ") || text.equals("-- ") || held.length() > Limits.LINE_BYTES) {
            flush();
        }
    }

    private boolean goesOn(String text) {
        var start = contentStart(text);
        var blank = text.indexOf(' ', start);
        var word = (blank < 0 ? text.length() : blank) - start;
        return depth(text) == depth
                && word > 0
                && !isTime(text, start)
                && width + word > NARROWEST
                && !Indentation.isRuler(text, start, '=')
                && !Indentation.isRuler(text, start, '-');
    }

    /** Whether a bracket and a number follow, which begin a new line of a console; {@code [inline]} and {@code [module]} do not. */
    private static boolean isTime(String text, int at) {
        return text.charAt(at) == '['
                && at + 1 < text.length()
                && (text.charAt(at + 1) == ' ' || Character.isDigit(text.charAt(at + 1)));
    }

    private static int depth(String text) {
        var depth = 0;
        while (depth < text.length() && text.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static int contentStart(String text) {
        var depth = depth(text);
        return depth < text.length() && text.charAt(depth) == ' ' ? depth + 1 : depth;
    }

    @Override
    protected void flush() {
        if (first != null) {
            var text = held.toString();
            next.take(last == first ? first.with(text) : first.decoded(text, last));
            first = null;
            held.setLength(0);
        }
    }
}
