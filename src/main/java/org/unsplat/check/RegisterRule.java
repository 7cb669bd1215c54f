package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.stack.X86Rows;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Rows of registers must be complete, and none is missing between two others; who leaves registers out leaves out more. */
final class RegisterRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var part = span.find(line -> line.is(RegisterLines.TYPE) && !line.isWhole());
        if (part != null) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    part.line().number(),
                    "expected a whole row of registers, found a part"));
            return;
        }
        TypedLine last = null;
        for (var line : span.own()) {
            var name = last == null || !last.is(RegisterLines.TYPE) ? null : X86Rows.below(last.text());
            if (name != null && X86Rows.isBelow(line.text(), name)) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        last.line().number(),
                        "expected the row of the register " + name + " below this one, found another one"));
                return;
            }
            last = line;
        }
    }
}
