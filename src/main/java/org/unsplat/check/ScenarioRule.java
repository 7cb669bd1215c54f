package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.ScenarioBox;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The scenario has all its steps: two for one cpu, three with an interrupt, four and more for two cpus. */
final class ScenarioRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var scenario = report.lockdep() == null ? null : report.lockdep().scenario();
        if (scenario == null) {
            return;
        }
        var expected = expected(report.kind());
        var found = scenario.steps().size();
        if (found < expected) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    lineOf(span),
                    "expected " + expected + " steps of the scenario, found " + found));
        }
    }

    private static int expected(String kind) {
        return switch (kind) {
            case "lockdep-circular-dependency" -> 4;
            case "lockdep-recursive-locking" -> 2;
            case "lockdep-inconsistent-state" -> 3;
            case "lockdep-irq-order", "lockdep-irq-inversion" -> 5;
            default -> 0;
        };
    }

    private static int lineOf(Span span) {
        for (var part : span.parts()) {
            if (part.piece() instanceof ScenarioBox) {
                return part.lines().get(0).line().number();
            }
        }
        return span.last();
    }
}
