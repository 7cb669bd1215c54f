package org.unsplat.input.quoting;

import org.unsplat.input.bytes.TextScanner;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Marks the lines of patches, because a report in documentation or tests that a patch changes is not a report.
 *
 * <pre>{@code
 * @@ -1,2 +1,3 @@ void f(void)
 *  context
 * -old
 * +new
 * }</pre>
 *
 * <p>Old and new lines keep their sign. Context, which looks like indented text, gets a sign. The head of a hunk gives the
 * number of lines in it. Lines without a sign were wrapped by a mailer; several of them in a row mean that the hunk was cut.
 */
public final class DiffHunks extends Layer {

    private static final int WRAPPED = 3;

    /** Put before context; no line of a kernel begins with it. */
    private static final char CONTEXT = '@';

    private int oldLines;
    private int newLines;
    private int misshapen;
    private int depth;

    public DiffHunks(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        var text = line.text();
        if (text.startsWith("@@ -") && head(text)) {
            depth = line.depth();
            next.take(line.verbatim(text));
            return;
        }
        next.take(line.depth() == depth && (oldLines > 0 || newLines > 0) ? inHunk(line) : line);
    }

    /** Parses {@code @@ -1,2 +1,3 @@}. */
    private boolean head(String line) {
        var plus = line.indexOf(" +", 4);
        var end = line.indexOf(" @@", 4);
        if (plus < 0 || end < plus) {
            return false;
        }
        var old = count(line.substring(4, plus));
        var added = count(line.substring(plus + 2, end));
        if (old < 0 || added < 0) {
            return false;
        }
        misshapen = 0;
        oldLines = old;
        newLines = added;
        return true;
    }

    private static int count(String range) {
        var comma = range.indexOf(',');
        var number = comma < 0 ? "1" : range.substring(comma + 1);
        return TextScanner.isNumber(number, 7) ? Integer.parseInt(number) : -1;
    }

    private PartialLine inHunk(PartialLine line) {
        var sign = line.text().isEmpty() ? ' ' : line.text().charAt(0);
        if (sign != ' ' && sign != '+' && sign != '-' && sign != '\\' && sign != '\t') {
            misshapen++;
            if (misshapen == WRAPPED) {
                oldLines = 0;
                newLines = 0;
            }
            return line;
        }
        misshapen = 0;
        oldLines -= sign == '+' || sign == '\\' ? 0 : 1;
        newLines -= sign == '-' || sign == '\\' ? 0 : 1;
        return line.verbatim(sign == '+' || sign == '-' || line.text().isBlank() ? line.text() : CONTEXT + line.text());
    }

    @Override
    public boolean isTransparent() {
        return oldLines <= 0 && newLines <= 0 && next.isTransparent();
    }

    @Override
    protected void flush() {
        oldLines = 0;
        newLines = 0;
    }
}
