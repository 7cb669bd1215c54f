package org.unsplat.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.unsplat.ReadOptions;
import org.unsplat.Reports;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

class ReportExplainerTest {

    private static Report of(String sample) throws Exception {
        try (var reports = Reports.of(Path.of("samples", sample), ReadOptions.defaults())) {
            return reports.next();
        }
    }

    @Test
    void theExplanationIsMadeAnew() throws Exception {
        var report = of("lockdep/circular-dependency/6.12-arm64-flush-work.log");
        var without = ReportRecordBuilder.builder(report).explanation(null).build();
        assertNotNull(report.explanation());
        assertEquals(report, ReportExplainer.anew(without));
    }
}
