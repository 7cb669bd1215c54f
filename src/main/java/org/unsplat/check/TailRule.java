package org.unsplat.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No line that belongs to something else looks like the rest of a line of the report. */
final class TailRule implements Rule {

    private static final Regex FRAGMENT = new Regex(
            "(?d).*\\+0x[0-9a-f]+/0x.*|[0-9a-fx]*/0x[0-9a-f]+.*|\\S+\\.[chS]:\\d+.*"
                    + "|.*\\)\\{[-+.?]{4}.*|.*\\[inline\\]|[\\w-]*\\]|[0-9a-f]+|[-+.?]{0,6}\\}.*|.*\\d\\d/\\d\\d/\\d{4}|(?:[0-9a-f]{2} ){4,}.*");

    /** A line that was broken is not much shorter than a window. */
    private static final int BROKEN = 60;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        Set<Integer> belowLong = new HashSet<>();
        for (var own : span.own()) {
            if (own.line().text().length() >= BROKEN) {
                belowLong.add(own.lastNumber() + 1);
            }
        }
        for (var line : span.doubtful()) {
            if (!line.isTyped() && isRest(line, belowLong)) {
                problems.accept(
                        new Problem(
                                Problem.Code.INCONSISTENT,
                                line.line().number(),
                                "expected a line of the report or of something else, found what looks like the rest of a line"));
                return;
            }
        }
    }

    private static boolean isRest(TypedLine line, Set<Integer> belowLong) {
        return FRAGMENT.matches(line.text())
                || line.text().indexOf(' ') < 0
                        && belowLong.contains(line.line().number());
    }
}
