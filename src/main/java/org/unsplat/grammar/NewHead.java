package org.unsplat.grammar;

import java.util.List;
import org.unsplat.input.Line;

/** What a headline is to a report that is open when it comes. */
final class NewHead {

    private NewHead() {}

    /** A symboliser repeats a headline that names a function for every function inlined there. */
    static boolean repeats(OpenReport report, ReportKind kind) {
        return report.kind() == kind && endsInlined(report.beginning(), kind);
    }

    /** Whether nothing but the headline has been read yet, and that ends with a function that was inlined. */
    private static boolean endsInlined(List<Line> lines, ReportKind kind) {
        for (var line : lines) {
            if (!kind.isHead(line.words()) && !Banner.isRuler(line.words(), '=')) {
                return false;
            }
        }
        return !lines.isEmpty() && lines.get(lines.size() - 1).words().endsWith("[inline]");
    }

    /** A line that would head a list of its own belongs to a report that expects it, and that may not well be over. */
    static boolean continues(OpenReport report, ReportKind kind, Line line) {
        if (!kind.inAnyOrder() || !report.isInScope(line)) {
            return false;
        }
        var distance = report.distance(line);
        return distance != OpenReport.NOT_MINE && (distance < OpenReport.OUT_OF_ORDER || !report.mayBeOver());
    }

    /** KCSAN prints one report at a time, and so does lockdep, but for RCU; one caller can do but one thing. */
    static boolean mayOverlap(OpenReport report, ReportKind kind, Line line) {
        var sameCaller = report.caller() != null && report.caller().equals(line.caller());
        return !sameCaller
                && !report.mayBeOver()
                && (report.kind() != kind || !kind.inAnyOrder())
                && (report.kind().overlaps()
                        || kind.overlaps()
                        || line.time() != null && !report.kind().family().equals(kind.family()));
    }
}
