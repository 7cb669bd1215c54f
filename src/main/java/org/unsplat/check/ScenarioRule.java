package org.unsplat.check;

import java.util.Objects;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.model.Kind;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/** The scenario has all its steps, and the chain above it no half of a class: two for one cpu, four and more for two. */
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
        for (var name : report.lockdep().cycle()) {
            var locks = scenario.steps().stream()
                    .map(Scenario.Step::lock)
                    .filter(Objects::nonNull)
                    .toList();
            if (!locks.contains(name) && locks.stream().anyMatch(lock -> lock.startsWith(name))) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        lineOf(span),
                        "expected a class of the scenario in the chain, found the beginning of one: " + name));
                return;
            }
        }
    }

    private static int expected(String kind) {
        return switch (Kind.of(kind)) {
            case CIRCULAR_DEPENDENCY -> 4;
            case RECURSIVE_LOCKING -> 2;
            case INCONSISTENT_STATE -> 3;
            case IRQ_ORDER, IRQ_INVERSION -> 5;
            default -> 0;
        };
    }

    private static int lineOf(Span span) {
        for (var part : span.parts()) {
            if (part.piece() instanceof ScenarioPiece) {
                return part.lines().get(0).line().number();
            }
        }
        return span.last();
    }
}
