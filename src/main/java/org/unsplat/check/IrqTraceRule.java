package org.unsplat.check;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.unsplat.demux.Span;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** An irq trace has its four events. */
final class IrqTraceRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.race() != null) {
            report.race().accesses().forEach(access -> check(access.irqTrace(), span, problems));
        } else {
            check(report.lockdep().irqTrace(), span, problems);
        }
    }

    private static void check(IrqTrace trace, Span span, Consumer<Problem> problems) {
        if (trace != null
                && Stream.of(
                                trace.hardirqsLastEnabled(),
                                trace.hardirqsLastDisabled(),
                                trace.softirqsLastEnabled(),
                                trace.softirqsLastDisabled())
                        .anyMatch(event -> event == null)) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    span.lineOf(line -> line.is(IrqTracePiece.EVENT)),
                    "expected four events of the irq trace, found less"));
        }
    }
}
