package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unsplat.model.Lockdep;
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
                    assertEquals(facts(other), facts(read.get(0)), text);
                }
            }
        }
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

    /** The order is drawn from the chain, and from its trace whether a task exits. */
    private static Lockdep undrawn(Report report) {
        return RecordMapper.of(report.lockdep(), (owner, name, value, rest) -> switch (name) {
            case "order" -> List.of();
            case "action" -> report.kind().equals("lockdep-held-at-exit") ? null : value;
            default -> value;
        });
    }
}
