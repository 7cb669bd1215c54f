package org.unsplat.check;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.unsplat.demux.Span;
import org.unsplat.grammar.oops.IrqTracePiece;
import org.unsplat.model.IrqTrace;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** An irq trace must have its four events, and none later than its stamp if no event can happen while it is printed. */
final class IrqTraceRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.race() != null) {
            for (var access : report.race().accesses()) {
                check(access.irqTrace(), span, problems);
                checkCounts(access.irqTrace(), span, problems);
            }
        } else {
            check(report.lockdep().irqTrace(), span, problems);
            if (Kind.of(report.kind()) == Kind.INCONSISTENT_STATE) {
                checkCounts(report.lockdep().irqTrace(), span, problems);
            }
        }
    }

    private static void check(IrqTrace trace, Span span, Consumer<Problem> problems) {
        if (trace != null && events(trace).anyMatch(event -> event == null)) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    span.lineOf(IrqTracePiece.EVENT),
                    "expected four events of the irq trace, found less"));
        }
    }

    /** KCSAN prints with interrupts disabled, and lockdep counts no events any more when it prints an inconsistent state. */
    private static void checkCounts(IrqTrace trace, Span span, Consumer<Problem> problems) {
        if (trace != null
                && trace.eventStamp() != null
                && events(trace).anyMatch(event -> event != null && event.count() > trace.eventStamp())) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    span.lineOf(IrqTracePiece.EVENT),
                    "expected events up to the stamp of the irq trace, found a later one"));
        }
    }

    private static Stream<IrqTrace.Event> events(IrqTrace trace) {
        return Stream.of(
                trace.hardirqsLastEnabled(),
                trace.hardirqsLastDisabled(),
                trace.softirqsLastEnabled(),
                trace.softirqsLastDisabled());
    }
}
