package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.ReportKind;

/** What a new headline, or any line that several reports expect, is to the reports that are open when it comes. */
final class HeadlinePolicy {

    private HeadlinePolicy() {}

    /**
     * The offer of a report that expects a line which could head one of its own: a list of held locks, other trouble;
     * null where it is none of its lines, or the report may well be over.
     */
    static Offer offerOf(OpenReport report, ReportKind kind, TypedLine line) {
        if (!kind.isCandidate(line.text()) || !report.isInScope(line)) {
            return null;
        }
        var offer = report.offer(line);
        return offer != null && (offer.distance() < Offer.OUT_OF_ORDER || !report.mayBeOver()) ? offer : null;
    }

    /** KCSAN prints one report at a time, and so does lockdep, but for RCU; a caller does one thing at a time. */
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

    /** What is expected sooner is better; trouble that has not shown to be a report loses every tie. */
    static boolean isBetter(Offer offer, Offer best) {
        return offer.report().proof().isProven() != best.report().proof().isProven()
                        && offer.distance() < Offer.OUT_OF_ORDER
                        && best.distance() < Offer.OUT_OF_ORDER
                ? offer.report().proof().isProven()
                : offer.distance() < best.distance();
    }

    /** Whether it is a report for sure, and not over. */
    static boolean isInMidst(OpenReport report) {
        return report.proof().isProven() && !report.isMention() && !report.mayBeOver();
    }
}
