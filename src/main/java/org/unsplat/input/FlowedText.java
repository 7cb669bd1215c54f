package org.unsplat.input;

/**
 * A {@code format=flowed} part of a mail (RFC 3676): a line that ends in a blank goes on in the next one, and a blank in
 * front of a line is not its own. With {@code delsp=yes} the blank at the end goes as well.
 *
 * <p>Kernel lines may end in a blank, and many mailers leave it there; so a line is joined only where the next word
 * would not have fitted in it, and never with a ruler.
 */
final class FlowedText implements Layer {

    /** Mailers flow text at 66 to 78 columns. */
    private static final int NARROWEST = 60;

    private final Layer next;
    private final boolean delsp;
    private Draft held;
    private int width;

    FlowedText(Layer next, boolean delsp) {
        this.next = next;
        this.delsp = delsp;
    }

    @Override
    public void take(Draft line) {
        var text = line.text();
        if (held != null && goesOn(text)) {
            var start = held.text();
            var end = delsp ? start.length() - 1 : start.length();
            var joined = start.substring(0, end) + text.substring(contentStart(text));
            held = new Draft(held.number(), joined, held.letter());
        } else {
            flush();
            held = line.with(depth(text) > 0 ? text : text.substring(contentStart(text)));
        }
        width = text.length();
        if (!text.endsWith(" ") || text.equals("-- ") || held.text().length() > Source.LINE_LIMIT) {
            flush();
        }
    }

    private boolean goesOn(String text) {
        var start = contentStart(text);
        var blank = text.indexOf(' ', start);
        var word = (blank < 0 ? text.length() : blank) - start;
        return depth(text) == depth(held.text()) && word > 0 && text.charAt(start) != '[' && width + word > NARROWEST
                && !Indentation.isRuler(text, start, '=') && !Indentation.isRuler(text, start, '-');
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

    private void flush() {
        if (held != null) {
            next.take(held);
            held = null;
        }
    }

    @Override
    public void end() {
        flush();
        next.end();
    }
}
