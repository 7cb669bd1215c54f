package org.unsplat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unsplat.model.Report;
import org.unsplat.model.ReportRecordBuilder;
import org.unsplat.model.Where;
import org.unsplat.render.clean.KernelTextWriter;
import org.unsplat.scan.Kinds;

/** What reports say, apart from where they say it: that is what the laws hold constant. */
final class ReportFacts {

    private static final KernelTextWriter WRITER = new KernelTextWriter(Kinds.all());

    private ReportFacts() {}

    /** The reports of a log, each character of which is a byte. */
    static List<Report> reports(String log) {
        try (var reports = Reports.in(new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1)), "log")) {
            return reports.toList();
        }
    }

    /** The canonical text of a report, as a log. */
    static String canonical(Report report) {
        return new String(
                String.join("\n", WRITER.lines(report)).concat("\n").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
    }

    /** The reports without their time and caller, which a console prefix tells. */
    static List<Report> untimed(List<Report> reports) {
        return reports.stream()
                .map(report -> at(
                        report,
                        new Where("log", report.where().first(), report.where().last())))
                .toList();
    }

    /** The reports without anything that speaks of lines of the input, or of the mail around them. */
    static List<Report> of(List<Report> reports) {
        return reports.stream().map(ReportFacts::of).toList();
    }

    static Report of(Report report) {
        return ReportRecordBuilder.builder(report)
                .id(null)
                .where(null)
                .problems(List.of())
                .unparsed(List.of())
                .foreign(List.of())
                .origin(null)
                .fingerprints(Map.of())
                .fingerprintInputs(Map.of())
                .text(List.of())
                .build();
    }

    /** What is wrong with the report, in the problems' own words. */
    static String problems(Report report) {
        return report.problems().stream()
                .map(problem -> problem.code() + " " + problem.message())
                .collect(Collectors.joining("; "));
    }

    private static Report at(Report of, Where where) {
        return ReportRecordBuilder.builder(of).where(where).build();
    }
}
