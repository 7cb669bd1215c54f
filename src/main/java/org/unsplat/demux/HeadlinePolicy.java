package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.ReportKind;

/** Decides what a new headline, or a line that several reports expect, means for the reports that are open. */
final class HeadlinePolicy {

    private HeadlinePolicy() {}

    /**
     * The expectation of a report for a line that could also head a report of its own, such as a list of held locks or a warning; null
     * if the report does not expect it, or is probably over.
     */
    static Expectation expectationOf(OpenReport report, ReportKind kind, TypedLine line) {
        if (!kind.isCandidate(line.text()) || !report.isInScope(line)) {
            return null;
        }
        var expectation = report.expectationFor(line);
        return expectation != null && (expectation.distance() < Expectation.OUT_OF_ORDER || !report.mayBeOver())
                ? expectation
                : null;
    }

    /**
     * Whether a report that begins here may overlap this open one. KCSAN prints one report at a time, lockdep too except for
     * RCU, and a caller prints one thing at a time.
     */
    static boolean mayOverlap(OpenReport report, ReportKind kind, TypedLine line) {
        var sameCaller = report.channel().caller() != null
                && report.channel().caller().equals(line.line().caller());
        return !sameCaller
                && !report.mayBeOver()
                && (report.kind().kind() != kind.kind() || !kind.unordered())
                && (report.proof().isProven() || kind.unordered())
                && (report.kind().overlaps()
                        || kind.overlaps()
                        || line.line().time() != null && !report.kind().isOfFamilyOf(kind));
    }

    /**
     * Whether an expectation beats the best so far: the smaller distance does. If exactly one of the reports is proven and neither
     * distance is {@link Expectation#OUT_OF_ORDER}, the proven report does.
     */
    static boolean isBetter(Expectation expectation, Expectation best) {
        return expectation.report().proof().isProven() != best.report().proof().isProven()
                        && expectation.distance() < Expectation.OUT_OF_ORDER
                        && best.distance() < Expectation.OUT_OF_ORDER
                ? expectation.report().proof().isProven()
                : expectation.distance() < best.distance();
    }

    /** Whether the report of the expectation is certainly one, and that of the best so far is not and is probably over. */
    static boolean isSurer(Expectation expectation, Expectation best) {
        return expectation.report().proof().isProven()
                && !best.report().proof().isProven()
                && best.report().mayBeOver();
    }

    /** Whether it is certainly a report, and not over. */
    static boolean isInMidst(OpenReport report) {
        return report.proof().isProven() && !report.isMention() && !report.mayBeOver();
    }
}
