package org.unsplat.scan;

import org.unsplat.grammar.ReportKind;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;

/** Explains reports again after their frames were symbolized. */
public final class ReportExplainer {

    private ReportExplainer() {}

    /** The report with the facts that depend on its frames computed again, and with the explanation from them. */
    public static Report anew(Report report) {
        var kind = Kinds.of(report);
        return kind == null ? report : explained(kind, kind.derived(report));
    }

    private static Report explained(ReportKind kind, Report report) {
        var explanation = kind.explain(report);
        return explanation == null
                ? report
                : ReportRecordBuilder.builder(report).explanation(explanation).build();
    }
}
