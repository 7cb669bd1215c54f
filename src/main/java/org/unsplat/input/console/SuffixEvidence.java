package org.unsplat.input.console;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.bytes.Regex;
import org.unsplat.input.layer.Layer;
import org.unsplat.input.layer.PartialLine;

/**
 * Removes what a tool put after each line: the end of a string, of a table's row, or a mark where the line ends. It is removed
 * where it follows a ruler or headline and the next lines alike.
 *
 * <pre>{@code
 * "stdout_lines": [
 *     "[   12.345678] =====================================",
 *     "[   12.345678] WARNING: bad unlock balance detected!",
 * | WARNING: bad unlock balance detected! |
 * WARNING: bad unlock balance detected!$
 * }</pre>
 */
public final class SuffixEvidence extends Layer {

    private static final Regex SUFFIX = new Regex("(?:\\\\r)?(?:\\\\n)?[\"'`],?| \\||(?:\\^M)?\\$| ?\\\\");

    /** The last characters of what {@link #SUFFIX} matches. */
    private static final String LAST = "\"'`,|$\\";

    /** Two quotes or signs, and a comma. */
    private static final int LONGEST = 6;

    /** The number of further lines that prove it. */
    private static final int NEEDED = 2;

    /** The number of lines without it after which it ends; fewer than the prefilter's context. */
    private static final int LASTING = 40;

    private final List<PartialLine> held = new ArrayList<>();
    private String suffix;
    private boolean proven;
    private int without;

    public SuffixEvidence(Layer next) {
        super(next);
    }

    @Override
    public void take(PartialLine line) {
        if (proven) {
            pass(line);
        } else if (held.isEmpty()) {
            if (!begin(line)) {
                next.take(line);
            }
        } else if (line.text().isBlank() || has(line)) {
            held.add(line);
            proven = held.stream().filter(each -> has(each)).count() > NEEDED;
            if (proven || held.size() > 2 * NEEDED) {
                release();
            }
        } else {
            release();
            take(line);
        }
    }

    /** Holds the line back if it is a ruler or headline with more behind it; returns whether it is. */
    private boolean begin(PartialLine line) {
        var text = line.text();
        if (text.isEmpty() || LAST.indexOf(text.charAt(text.length() - 1)) < 0 || line.verbatim()) {
            return false;
        }
        suffix = suffix(text);
        if (suffix == null || ReportMarks.start(text.substring(0, text.length() - suffix.length())) < 0) {
            return false;
        }
        held.add(line);
        return true;
    }

    /** The longest known suffix of the text; null if it has none. */
    private static String suffix(String text) {
        for (var at = Math.max(0, text.length() - LONGEST); at < text.length(); at++) {
            if (SUFFIX.matcher(text).region(at, text.length()).matches()) {
                return text.substring(at);
            }
        }
        return null;
    }

    private boolean has(PartialLine line) {
        return length(line.text()) >= 0;
    }

    /** The length of the suffix of this text, -1 for none. Blanks before it get lost, and a list has no comma at its end. */
    private int length(String text) {
        var bare = suffix.stripLeading();
        var last = bare.endsWith(",") ? bare.substring(0, bare.length() - 1) : bare;
        for (var end : List.of(suffix, bare, last)) {
            if (text.endsWith(end)) {
                return end.length();
            }
        }
        return -1;
    }

    private void pass(PartialLine line) {
        if (!has(line)) {
            proven = ++without <= LASTING;
            next.take(line);
            return;
        }
        without = 0;
        var text = line.text();
        next.take(line.with(unescaped(text.substring(0, text.length() - length(text)))));
    }

    /** The text of a string without its escapes. */
    private String unescaped(String text) {
        return suffix.indexOf('"') < 0 || text.indexOf('\\') < 0
                ? text
                : text.replace("\\\"", "\"").replace("\\t", "\t").replace("\\\\", "\\");
    }

    private void release() {
        var lines = List.copyOf(held);
        held.clear();
        for (var line : lines) {
            if (proven) {
                pass(line);
            } else {
                next.take(line);
            }
        }
    }

    @Override
    public boolean isTransparent() {
        return held.isEmpty() && !proven && next.isTransparent();
    }

    @Override
    protected void flush() {
        release();
        proven = false;
    }
}
