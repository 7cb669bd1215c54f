package org.unsplat.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.unsplat.demux.Span;
import org.unsplat.input.Line;
import org.unsplat.model.Diagnostic;

/**
 * Headlines within a line, where no report can begin, that no report took. They show that an input contains reports in a form
 * that cannot be read:
 *
 * <pre>{@code
 * KCSAN reported a race [1]. [1] BUG: KCSAN: data-race in f / g write to 0xffff8881374b2178 of 8 bytes by
 * }</pre>
 *
 * <p>Lines with a printk time are not examined: where several were joined, each has its own time and is read separately. The
 * prefilter skips only such lines without looking into them and stops at a headline in any other line, so skipping does not
 * change the result.
 *
 * <p>A line counts once the reports that could own it are closed; until then only its number is kept.
 */
final class UnreadHeadlines {

    /** The number of lines that are named; the others are only counted. */
    static final int MAX_NAMED = 20;

    /** More than any proof window: a candidate that is still unproven began at most this many lines ago. */
    private static final int UNPROVEN = 200;

    private final TreeSet<Integer> candidates = new TreeSet<>();
    private final List<Integer> named = new ArrayList<>();
    private int firstOfMore;
    private int more;

    /** Notes a line if a headline is within it. */
    void see(Line line) {
        if (line.time() == null && isInside(line.text())) {
            candidates.add(line.number());
        }
    }

    static boolean isInside(String text) {
        return (text.indexOf("G: ") >= 0 || text.indexOf("O: ") >= 0) && InnerHeadline.isIn(text);
    }

    /** Settles the lines before a span, since spans come in the order in which they begin. */
    void see(Span span) {
        settleBefore(span.first());
    }

    /** Removes the lines of a report, which were read. */
    void remove(Span span) {
        if (!candidates.isEmpty()) {
            for (var line : span.own()) {
                candidates.removeAll(line.numbers());
            }
        }
    }

    /** Settles the lines before this one, before which no report is open except perhaps a recent candidate. */
    void settle(Line line) {
        settleBefore(line.number() - UNPROVEN);
    }

    /** Settles all lines, because no report is open. */
    void settle() {
        settleBefore(Integer.MAX_VALUE);
    }

    private void settleBefore(int end) {
        while (!candidates.isEmpty() && candidates.first() < end) {
            count(candidates.pollFirst());
        }
    }

    private void count(int line) {
        if (named.size() < MAX_NAMED) {
            named.add(line);
        } else {
            firstOfMore = more == 0 ? line : firstOfMore;
            more++;
        }
    }

    /** A warning for each named line in order, and one for all others. */
    List<Diagnostic> diagnostics(String input) {
        Collections.sort(named);
        var found = new ArrayList<Diagnostic>();
        for (var line : named) {
            found.add(diagnostic(
                    input,
                    line,
                    "the headline of a report stands inside this line, and the report was not read: "
                            + "give the log as the kernel printed it, or break the line before the headline"));
        }
        if (more > 0) {
            found.add(diagnostic(
                    input,
                    firstOfMore,
                    "headlines stand inside " + more + " more line" + (more == 1 ? "" : "s")
                            + " from here on, and were not read: give the log as the kernel printed it"));
        }
        return found;
    }

    private static Diagnostic diagnostic(String input, int line, String message) {
        return new Diagnostic(
                "warning", Diagnostic.HEADLINE_NOT_READ, input, line, input + ":" + line + ": " + message);
    }
}
