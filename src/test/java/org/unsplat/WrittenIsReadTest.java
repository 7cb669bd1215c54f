package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * What is written from the model is read as the model, whatever tasks, locks and functions are called, on whatever
 * machine.
 */
class WrittenIsReadTest {

    private static final int SEEDS = Integer.getInteger("written.seeds", 6);

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsRead(Sample sample) {
        for (var report : ReportFacts.reports(sample.text())) {
            if (report.complete() && report.unparsed().isEmpty()) {
                for (var seed = 0; seed < SEEDS; seed++) {
                    var other = RandomizedReport.of(
                            report, seed * 1000L + sample.toString().hashCode());
                    var text = ReportFacts.canonical(other);
                    var read = ReportFacts.reports(text);
                    assertEquals(1, read.size(), text);
                    // What is made up may contradict itself, and nothing else may be found
                    var told = other.withProblems(read.get(0).problems());
                    assertEquals(facts(told), facts(read.get(0)), text);
                    assertEquals(List.of(), unexpected(told), text);
                }
            }
        }
    }

    /** Problems that no drawn value can be the reason for. */
    private static List<Problem> unexpected(Report report) {
        return report.problems().stream()
                .filter(problem -> problem.code() != Problem.Code.INCONSISTENT)
                .toList();
    }

    private static List<Object> facts(Report report) {
        return Arrays.asList(
                report.kind(),
                report.system(),
                report.race(),
                report.lockdep() == null ? null : undrawn(report),
                report.backtrace(),
                report.complete(),
                report.problems(),
                report.unparsed());
    }

    /**
     * The order is drawn from the chain, from its trace whether a task exits, and from what takes the lock what a wait
     * type means.
     */
    private static Lockdep undrawn(Report report) {
        return RecordMapper.of(report.lockdep(), (owner, name, value, rest) -> switch (name) {
            case "order" -> List.of();
            case "outerMeans", "innerMeans" -> null;
            case "action" -> report.kind().equals("lockdep-held-at-exit") ? null : value;
            default -> rest.below(value);
        });
    }
}
