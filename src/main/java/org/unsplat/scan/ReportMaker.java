package org.unsplat.scan;

import java.util.LinkedHashMap;
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
        var text = withText ? rawLines(span) : List.<String>of();
        var foreign = span.foreign().stream().map(Line::number).distinct().toList();
        var placed = with(draft, null, where(span), problems(draft, span), foreign, null, draft.explanation(), null, text);
        return identified(with(placed, null, placed.where(), placed.problems(), foreign, Title.of(placed),
                span.kind().explain(placed), null, text));
    }

    /** The report, yet without its number, with the mail or commit that it stands in. */
    Report finish(Report report, Provenance provenance) {
        var origin = provenance == null ? null : new Origin(provenance.syzbotId(), provenance.messageId(),
                provenance.subject(), provenance.links(), provenance.fixes());
        return with(report, null, report.where(), report.problems(), report.foreign(), report.title(),
                report.explanation(), origin, report.text());
    }

    /** Lines that were glued together came as one. */
    private static List<String> rawLines(Span span) {
        var lines = new LinkedHashMap<Integer, String>();
        span.own().forEach(line -> lines.putIfAbsent(line.number(), line.raw()));
        return List.copyOf(lines.values());
    }

    private Where where(Span span) {
        var own = span.own();
        Double first = null;
        Double last = null;
        for (var line : own) {
            first = first == null ? line.time() : first;
            last = line.time() == null ? last : line.time();
        }
        return new Where(input, own.get(0).number(), span.last(), first == null ? null : new Where.TimeSpan(first, last), span.caller());
    }

    /** A problem that no line shows is one of the whole report. */
    private static List<Problem> problems(Report draft, Span span) {
        return draft.problems().stream().map(problem -> problem.line() > 0 ? problem
                : new Problem(problem.code(), span.last(), problem.message())).toList();
    }

    private static Report with(Report of, String id, Where where, List<Problem> problems, List<Integer> foreign,
            String title, String explanation, Origin origin, List<String> text) {
        return new Report(id, of.kind(), of.family(), title, of.headline(), where, of.complete(), problems, of.unparsed(),
                foreign, origin, explanation, of.system(), of.race(), of.lockdep(), of.backtrace(), of.fingerprints(),
                of.fingerprintInputs(), text);
    }

    private static Report identified(Report of) {
        var found = Fingerprints.of(of);
        return new Report(of.id(), of.kind(), of.family(), of.title(), of.headline(), of.where(), of.complete(),
                of.problems(), of.unparsed(), of.foreign(), of.origin(), of.explanation(), of.system(), of.race(),
                of.lockdep(), of.backtrace(), found.ids(), found.inputs(), of.text());
    }
}
