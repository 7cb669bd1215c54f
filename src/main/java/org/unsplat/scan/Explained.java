package org.unsplat.scan;

import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** Explains reports again after their frames were symbolized. */
public final class Explained {

    private Explained() {}

    /** The report with the facts that depend on its frames computed again, and with the explanation from them. */
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
