package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Rows of registers are whole. */
final class RegisterRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var line : span.own()) {
            var registers = line.read(RegisterLines.TYPE);
            if (registers != null && RegisterLines.TYPE.isDoubtful(line.text(), registers)) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected a whole row of registers, found a part"));
                return;
            }
        }
    }
}
