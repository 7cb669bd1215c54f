package org.unsplat.check;

import java.util.HashSet;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Free text that was broken at the only line width of the report may have been broken within a word. */
final class BreakRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (span.find(TypedLine::isAmbiguous) == null) {
            return;
        }
        var widths = new HashSet<Integer>();
        var longest = 0;
        for (var line : span.own()) {
            for (var part : line.parts()) {
                longest = Math.max(longest, part.width());
            }
            for (var part : line.parts().subList(0, line.parts().size() - 1)) {
                widths.add(part.width());
            }
        }
        for (var line : span.own()) {
            if (line.isAmbiguous() && widths.size() == 1 && !isBrokenAtBlank(line, longest)) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected a line that is broken at a blank, found one that may be broken inside a word"));
            }
        }
    }

    /** Whether the break was at a blank: other lines are longer, but on none would the next word have fit after the first part. */
    private static boolean isBrokenAtBlank(TypedLine line, int longest) {
        var first = line.parts().get(0).width();
        var word = line.parts().get(1).stripped().split(" ", 2)[0];
        return first < longest && longest <= first + word.length();
    }
}
