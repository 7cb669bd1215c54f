package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Rows of registers must be complete. */
final class RegisterRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var part = span.find(line -> line.is(RegisterLines.TYPE) && !line.isWhole());
        if (part != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    part.line().number(),
                    "expected a whole row of registers, found a part"));
        }
    }
}
