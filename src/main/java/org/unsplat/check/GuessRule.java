package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** If two CPUs print reports at once without callers, no frame may belong to either. */
final class GuessRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (span.guess() != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.guess().line().number(),
                    "expected a frame of this report alone, found one that may be of another report, which no caller"
                            + " tells apart"));
        }
    }
}
