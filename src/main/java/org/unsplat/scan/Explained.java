package org.unsplat.scan;

import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** Explanations of reports whose frames have become known better since they were read. */
public final class Explained {

    private Explained() {}

    /** The report with the explanation of what it now says; a report that had none still has none. */
    public static Report anew(Report report) {
        if (report.explanation() == null) {
            return report;
        }
        return Kinds.all().stream()
                .filter(kind -> kind.isOf(report))
                .findFirst()
                .map(kind -> kind.explain(report))
                .map(explanation -> ReportRecordBuilder.builder(report)
                        .explanation(explanation)
                        .build())
                .orElse(report);
    }
}
