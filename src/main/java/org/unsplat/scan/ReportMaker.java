package org.unsplat.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.unsplat.grammar.Span;
import org.unsplat.input.Line;
import org.unsplat.input.Provenance;
import org.unsplat.model.Origin;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.Where;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.Title;

/** Completes what the kinds read: the report's place, title, explanation and origin. */
final class ReportMaker {

    private final String input;
    private final boolean withText;

    ReportMaker(String input, boolean withText) {
        this.input = input;
        this.withText = withText;
    }

    /** The report with everything that its span tells. */
    Report make(Report draft, Span span) {
        var own = span.own();
        var where = where(own, span.caller());
        var title = Title.of(draft);
        var fingerprints = Fingerprints.of(draft, title);
        return new Report(
                null,
                draft.kind(),
                draft.family(),
                title,
                draft.headline(),
                where,
                draft.complete(),
                problems(draft, where.last()),
                draft.unparsed(),
                foreign(span),
                null,
                span.kind().explain(draft),
                draft.system(),
                draft.race(),
                draft.lockdep(),
                draft.backtrace(),
                fingerprints.ids(),
                fingerprints.inputs(),
                withText ? rawLines(own) : List.of());
    }

    /** The report, yet without its number, with the mail or commit that it stands in, if it does in one. */
    Report finish(Report report, Provenance provenance) {
        return provenance == null
                ? report
                : report.from(new Origin(
                        provenance.syzbotId(),
                        provenance.messageId(),
                        provenance.subject(),
                        provenance.links(),
                        provenance.fixes()));
    }

    private Where where(List<Line> own, String caller) {
        int end = 0;
        Double first = null;
        Double last = null;
        for (var line : own) {
            end = Math.max(end, line.lastNumber());
            first = first == null ? line.time() : first;
            last = line.time() == null ? last : line.time();
        }
        return new Where(
                input, own.get(0).number(), end, first == null ? null : new Where.TimeSpan(first, last), caller);
    }

    /** A problem that no line shows is one of the whole report. */
    private static List<Problem> problems(Report draft, int last) {
        var problems = new ArrayList<Problem>();
        for (var problem : draft.problems()) {
            problems.add(problem.line() > 0 ? problem : new Problem(problem.code(), last, problem.message()));
        }
        return List.copyOf(problems);
    }

    /** A record with newlines in it came as one line. */
    private static List<Integer> foreign(Span span) {
        return List.copyOf(new LinkedHashSet<>(span.foreign()));
    }

    /** Lines that were glued together came as one. */
    private static List<String> rawLines(List<Line> own) {
        var lines = new LinkedHashMap<Integer, String>();
        for (var line : own) {
            lines.putIfAbsent(line.number(), line.raw());
        }
        return List.copyOf(lines.values());
    }
}
