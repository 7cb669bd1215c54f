package org.unsplat.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.ReadOptions;
import org.unsplat.Reports;
import org.unsplat.model.Report;
import org.unsplat.triage.SampleReports;

class ReportCompleterTest {

    private static Report only(List<String> lines) throws Exception {
        try (var reports = Reports.of(String.join("\n", lines) + "\n", "log", ReadOptions.defaults())) {
            return reports.next();
        }
    }

    /** Its first line, its last one, and those amid it that are another's. */
    @Test
    void theLinesOfOthersStandAmidIt() throws Exception {
        var lines = new ArrayList<>(SampleReports.RACE.lines().toList());
        var other = "[   12.345684] eth0: link becomes ready";
        lines.add(6, other);
        lines.add(0, other);
        lines.add(other);
        var report = only(lines);
        assertEquals(2, report.where().first());
        assertEquals(lines.size() - 1, report.where().last());
        assertEquals(List.of(8), report.foreign());
    }

    /** What is missing stands nowhere: the last line tells where it was expected. */
    @Test
    void aProblemWithoutALineHasTheLastOne() throws Exception {
        var report = only(SampleReports.RACE.lines().limit(9).toList());
        assertFalse(report.problems().isEmpty());
        report.problems().forEach(problem -> assertEquals(9, problem.line(), problem.message()));
    }
}
