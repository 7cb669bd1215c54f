package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.lock.HeldLocksPiece;

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
        if (isRoundAmongOthers(report, kind)) {
            return !CrashLine.stopsKernel(line.text());
        }
        return !sameCaller
                && !report.mayBeOver()
                && (report.kind().kind() != kind.kind() || !kind.unordered())
                && (report.proof().isProven() || kind.unordered())
                && (report.kind().overlaps()
                        || kind.overlaps()
                        || line.line().time() != null && !report.kind().isOfFamilyOf(kind));
    }

    /** Whether a round of the hung task detector is open, which goes on after the dump of each task, and another problem begins. */
    private static boolean isRoundAmongOthers(OpenReport report, ReportKind kind) {
        return report.kind() != kind
                && report.kind().unordered()
                && kind.unordered()
                && !report.kind().endsWithTrace();
    }

    /**
     * Whether an expectation beats the best so far: the smaller distance does. If exactly one of the reports is proven and neither
     * distance is {@link Expectation#OUT_OF_ORDER}, the proven report does.
     */
    static boolean isBetter(Expectation expectation, Expectation best) {
        if (expectation.line().is(HeldLocksPiece.ENTRY) && isInList(expectation) != isInList(best)) {
            return isInList(expectation);
        }
        return expectation.report().proof().isProven() != best.report().proof().isProven()
                        && expectation.distance() < Expectation.OUT_OF_ORDER
                        && best.distance() < Expectation.OUT_OF_ORDER
                ? expectation.report().proof().isProven()
                : expectation.distance() < best.distance();
    }

    /** Whether the line is directly below the list of locks that the report has begun. */
    private static boolean isInList(Expectation expectation) {
        var report = expectation.report();
        return report.gap() == 0
                && (report.last().is(HeldLocksPiece.HEADER) || report.last().is(HeldLocksPiece.ENTRY));
    }

    /** Whether a line that may head a report belongs to the report of the expectation sooner than to the best so far, which may be null. */
    static boolean isNearer(Expectation expectation, Expectation best) {
        return best == null || isSurer(expectation, best) || isOfRound(expectation, best);
    }

    /** Whether the report of the expectation is certainly one, and that of the best so far is not and is probably over. */
    private static boolean isSurer(Expectation expectation, Expectation best) {
        return expectation.report().proof().isProven()
                && !best.report().proof().isProven()
                && best.report().mayBeOver();
    }

    /** Whether a list of locks belongs to a round of the hung task detector, and not to another problem that began within it. */
    private static boolean isOfRound(Expectation expectation, Expectation best) {
        var line = expectation.line();
        return isRoundAmongOthers(expectation.report(), best.report().kind())
                && (line.is(HeldLocksPiece.ALL) && !best.report().last().text().endsWith("Show Locks Held")
                        || expectation.distance() < best.distance() && !mayListLocksOf(line, best.report()));
    }

    /** Whether the header of a list of locks names the task of the report, or is below its last line if it has named none. */
    private static boolean mayListLocksOf(TypedLine header, OpenReport report) {
        var isListed = report.task().isListed(header);
        return isListed == null ? report.gap() == 0 : isListed;
    }

    /** Whether it is certainly a report, and not over. */
    static boolean isInMidst(OpenReport report) {
        return report.proof().isProven() && !report.isMention() && !report.mayBeOver();
    }
}
