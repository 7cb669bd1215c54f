package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.unsplat.demux.Engine;
import org.unsplat.demux.Span;
import org.unsplat.input.CleanLines;
import org.unsplat.input.Line;
import org.unsplat.input.Source;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.json.JsonLines;
import org.unsplat.render.json.JsonReader;
import org.unsplat.scan.Kinds;
import org.unsplat.scan.Scan;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.Title;

/** What holds for every input whatever, be it a log or not. */
final class Invariants {

    private Invariants() {}

    /** What a scan gives. */
    record Found(List<Report> reports, InputInfo info) {}

    /** Reads a log in every way there is, and holds the results against each other. */
    static Found ofLog(byte[] log) {
        var found = scan(new ByteArrayInputStream(log), true);
        assertEquals(found, scan(new ByteArrayInputStream(log), false), "with the prefilter and without");
        assertEquals(found, scan(new ChunkedInputStream(log, log.length), true), "whole and in pieces");
        var before = 0;
        for (var report : found.reports()) {
            assertTrue(report.where().first() >= before, () -> "out of order: " + report.where());
            before = report.where().first();
            placesAreRight(report, found.info().lines());
            canonicalTextIsRead(report);
            var other = ReportOfOtherRun.of(report);
            assertEquals(
                    report.fingerprints(),
                    Fingerprints.of(other, Title.of(other)).ids(),
                    "in another run");
        }
        linesAreAccountedFor(log);
        jsonIsRight(found);
        return found;
    }

    private static Found scan(InputStream log, boolean skipsQuiet) {
        var scan = new Scan(Source.of(log, "log"), true, skipsQuiet);
        var reports = new ArrayList<Report>();
        scan.forEachRemaining(report -> reports.add(report.numbered(reports.size() + 1)));
        assertEquals(List.of(), scan.failures());
        return new Found(reports, scan.info());
    }

    private static void placesAreRight(Report report, int lines) {
        var where = report.where();
        assertTrue(where.first() >= 1 && where.first() <= where.last() && where.last() <= lines, where::toString);
        assertEquals(report.complete(), report.problems().isEmpty(), "complete, or a problem");
        var others = new ArrayList<>(report.foreign());
        assertEquals(others.size(), new HashSet<>(others).size(), () -> "twice: " + others);
        assertEquals(
                report.unparsed().size(), new HashSet<>(report.unparsed()).size(), () -> "twice: " + report.unparsed());
        report.unparsed().forEach(line -> others.add(line.line()));
        others.forEach(line ->
                assertTrue(line >= where.first() && line <= where.last(), () -> "outside of " + where + ": " + line));
        assertTrue(
                report.text().size() <= where.last() - where.first() + 1, () -> "more lines than there are: " + where);
    }

    /** Each line of a span is either the report's own, or foreign to it, or blank; no line is two reports' own. */
    private static void linesAreAccountedFor(byte[] log) {
        var read = new ArrayList<Line>();
        var taken = new HashSet<Line>();
        var spans = spans(log, read);
        var numbers = new HashSet<Integer>();
        // A record with newlines in it gives several lines of one number
        var many = read.stream()
                .map(Line::number)
                .filter(number -> !numbers.add(number))
                .collect(Collectors.toSet());
        for (var span : spans) {
            var accounted = new HashSet<Integer>();
            span.own().forEach(line -> accounted.addAll(line.numbers()));
            accounted.addAll(span.foreign());
            for (var line : read) {
                if (line.number() >= span.first()
                        && line.number() <= span.last()
                        && !line.text().isBlank()) {
                    assertTrue(accounted.contains(line.number()), () -> "lost: " + line);
                }
            }
            var foreign = new HashSet<>(span.foreign());
            var own = new HashSet<Line>();
            for (var line : span.own()) {
                own.addAll(line.parts());
                for (var number : line.numbers()) {
                    assertTrue(many.contains(number) || !foreign.contains(number), () -> "own and foreign: " + line);
                }
            }
            // One number may be that of several lines, but not one number and one text
            own.forEach(line -> assertTrue(taken.add(line), () -> "two reports' own: " + line));
        }
    }

    private static List<Span> spans(byte[] log, List<Line> read) {
        var lines = new CleanLines(Source.of(new ByteArrayInputStream(log), "log"));
        var engine = new Engine(Kinds.all());
        var message = 0;
        while (lines.hasNext()) {
            var line = lines.next();
            if (lines.message() != message) {
                engine.end();
                message = lines.message();
            }
            engine.take(line);
            read.add(line);
        }
        engine.end();
        var spans = new ArrayList<Span>();
        for (var span = engine.poll(); span != null; span = engine.poll()) {
            spans.add(span);
        }
        return spans;
    }

    /** A damaged report's canonical text may say less than the report, but then that is all it says. */
    private static void canonicalTextIsRead(Report report) {
        var text = ReportFacts.canonical(report);
        if (text.lines().filter(line -> !line.isBlank()).count() < 2) {
            // A headline alone, in text that no console printed, is somebody's talk of a report
            return;
        }
        var again = ReportFacts.reports(text);
        assertEquals(1, again.size(), () -> "reports in: " + text);
        var settled = ReportFacts.canonical(again.get(0));
        if (report.complete() && report.unparsed().isEmpty()) {
            assertEquals(text, settled, "canonical text is a fixed point");
            assertEquals(report.fingerprints(), again.get(0).fingerprints(), "alone, without times and callers");
        } else {
            assertEquals(
                    settled, ReportFacts.canonical(ReportFacts.reports(settled).get(0)), "canonical text settles");
        }
    }

    private static void jsonIsRight(Found found) {
        var json = json(found);
        var read = new ArrayList<Report>();
        new JsonReader(new ByteArrayInputStream(json), "json").forEachRemaining(read::add);
        assertEquals(found.reports(), read, "read back from JSON");
        new String(json, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> assertEquals(List.of(), ParseSchema.faultsOfLine(line), line));
    }

    /** The lines of JSONL. */
    private static byte[] json(Found found) {
        var out = new ByteArrayOutputStream();
        var sink = new JsonLines(out);
        found.reports().forEach(sink::report);
        sink.input(found.info());
        sink.finish();
        return out.toByteArray();
    }
}
