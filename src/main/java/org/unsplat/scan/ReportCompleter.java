package org.unsplat.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.unsplat.check.Checks;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.input.layer.WallClock;
import org.unsplat.model.Origin;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Where;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.Title;

/** Adds to a parsed report its place, title, explanation, fingerprints and origin. */
final class ReportCompleter {

    private final String input;
    private final boolean withText;

    ReportCompleter(String input, boolean withText) {
        this.input = input;
        this.withText = withText;
    }

    /** The report with everything that its span shows. */
    Report complete(Report read, Span span) {
        var own = span.own();
        var where = where(span);
        var report = read.withProblems(problems(read, span, where.last()));
        var title = Title.of(report);
        var fingerprints = Fingerprints.of(report, title);
        var titled = ReportRecordBuilder.builder(report).title(title);
        return titled.where(where)
                .foreign(foreign(span))
                .explanation(span.kind().explain(titled.build()))
                .fingerprints(fingerprints.ids())
                .fingerprintInputs(fingerprints.inputs())
                .text(withText ? rawLines(own) : List.of())
                .build();
    }

    /** The report, still without its id, with the mail or commit that contains it, if any. */
    Report withOrigin(Report report, Origin origin) {
        return origin == null ? report : report.withOrigin(origin);
    }

    private Where where(Span span) {
        Double first = null;
        Double last = null;
        for (var line : span.own()) {
            var time = line.line().time();
            first = first == null ? time : first;
            last = time == null ? last : time;
        }
        return new Where(
                input,
                span.first(),
                span.last(),
                first == null ? null : new Where.TimeSpan(first, last),
                wall(span.own()),
                span.caller());
    }

    private static Where.WallSpan wall(List<TypedLine> lines) {
        var first = firstWall(lines);
        if (first == null) {
            return null;
        }
        var backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);
        return new Where.WallSpan(first, firstWall(backwards));
    }

    private static String firstWall(List<TypedLine> lines) {
        for (var line : lines) {
            var wall = line.line().wall();
            var time = wall == null ? null : WallClock.iso(wall);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** All problems; one without a line gets the last line of the report. */
    private static List<Problem> problems(Report report, Span span, int last) {
        var problems = new ArrayList<Problem>();
        for (var problem : report.problems()) {
            problems.add(problem.line() > 0 ? problem : new Problem(problem.code(), last, problem.message()));
        }
        problems.addAll(Checks.of(report, span.ofKind(Kinds.of(report))));
        return List.copyOf(problems);
    }

    /** The foreign lines without those that are partly the report's own, as two records on one line are. */
    private static List<Integer> foreign(Span span) {
        var first = span.first();
        var last = span.last();
        var foreign = new LinkedHashSet<Integer>();
        for (var number : span.foreign()) {
            if (number >= first && number <= last) {
                foreign.add(number);
            }
        }
        for (var line : span.own()) {
            foreign.removeAll(line.numbers());
        }
        return List.copyOf(foreign);
    }

    /** The raw lines, each once: parts of a joined line may share one, and a line of an encoded mail may contain several. */
    private static List<String> rawLines(List<TypedLine> own) {
        var lines = new TreeMap<Integer, LinkedHashSet<String>>();
        for (var line : own) {
            for (var part : line.parts()) {
                lines.computeIfAbsent(part.number(), number -> new LinkedHashSet<>())
                        .add(part.raw());
            }
        }
        return lines.values().stream().flatMap(Set::stream).toList();
    }
}
