package org.unsplat.scan;

import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** Explanations of reports whose frames have become known better since they were read. */
public final class Explained {

    private Explained() {}

    /** The report with what follows from its frames, and with the explanation of that. */
    public static Report anew(Report report) {
        return Kinds.all().stream()
                .filter(kind -> kind.isOf(report))
                .findFirst()
                .map(kind -> explained(kind, kind.derived(report)))
                .orElse(report);
    }

    private static Report explained(ReportKind kind, Report report) {
        var explanation = kind.explain(report);
        return explanation == null
                ? report
                : ReportRecordBuilder.builder(report).explanation(explanation).build();
    }
}
