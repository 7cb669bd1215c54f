package org.unsplat.check;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.ScenarioForm;
import org.unsplat.grammar.lock.ScenarioPiece;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Scenario;

/**
 * The scenario must have the steps of its kind in the kernel's order, the same names for the same locks, and must agree with
 * the chain above it and with the sentences.
 */
final class ScenarioRule implements Rule {

    /** In this scenario one of the four steps is an unlock. */
    private static final String CROSSLOCK = " by crosslock";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var scenario = report.lockdep() == null ? null : report.lockdep().scenario();
        if (scenario == null) {
            return;
        }
        var line = lineOf(span);
        if (span.find(ScenarioPiece.TITLE) == null) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    line,
                    "expected the title of the scenario, found \"" + scenario.title() + "\""));
        }
        var form = ScenarioForm.of(span.kind());
        var expected = form.steps();
        var found = operations(scenario);
        if (!expected.isEmpty() && found.length() != expected.length()) {
            problems.accept(new Problem(
                    found.length() < expected.length() ? Problem.Code.MISSING_PART : Problem.Code.INCONSISTENT,
                    line,
                    "expected " + expected.length() + " steps of the scenario, found " + found.length()));
        } else if (!expected.isEmpty() && !found.equals(expected) || !agrees(report.lockdep(), form)) {
            problems.accept(new Problem(
                    Problem.Code.INCONSISTENT,
                    line,
                    "expected the steps of the scenario in their order, with the locks that the rest of the report names,"
                            + " found others"));
        }
    }

    private static String operations(Scenario scenario) {
        var operations = new StringBuilder();
        for (var step : scenario.steps()) {
            operations.append(
                    switch (step.op()) {
                        case "local_irq_disable" -> 'D';
                        case "interrupt" -> 'I';
                        default -> 'L';
                    });
        }
        return operations.toString();
    }

    /** Whether the locks of the steps are those that the kernel prints there. */
    private static boolean agrees(Lockdep facts, ScenarioForm form) {
        var steps = facts.scenario().steps();
        return switch (form) {
            case CIRCULAR -> facts.scenario().title().endsWith(CROSSLOCK) || isCircular(facts, steps);
            case INCONSISTENT -> isSame(steps, 0, 2);
            case IRQ -> isSame(steps, 2, 5) && isCycle(facts.cycle(), steps.get(2), steps.get(3), steps.get(0));
            case RECURSIVE, ANY -> true;
        };
    }

    private static boolean isCircular(Lockdep facts, List<Scenario.Step> steps) {
        return isSame(steps, 0, 2)
                && isCycle(facts.cycle(), steps.get(3), steps.get(1), steps.get(0))
                && (facts.acquiring() == null || isOf(facts.acquiring(), steps.get(3)))
                && (facts.holding().isEmpty() || facts.holding().stream().anyMatch(lock -> isOf(lock, steps.get(0))));
    }

    private static boolean isOf(Lock lock, Scenario.Step step) {
        return Objects.equals(lock.classText(), step.lock());
    }

    private static boolean isSame(List<Scenario.Step> steps, int first, int second) {
        return Objects.equals(steps.get(first).lock(), steps.get(second).lock());
    }

    /** The kernel prints the cycle if the middle lock is neither of the other two. */
    private static boolean isCycle(List<String> cycle, Scenario.Step first, Scenario.Step middle, Scenario.Step last) {
        return cycle.isEmpty()
                ? middle.lock().equals(first.lock()) || middle.lock().equals(last.lock())
                : cycle.equals(List.of(first.lock(), middle.lock(), last.lock()));
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
