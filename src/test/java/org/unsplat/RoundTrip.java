package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Lock;
import org.unsplat.model.Report;
import org.unsplat.render.clean.KernelTextWriter;
import org.unsplat.scan.Kinds;

/** Made-up reports, printed exactly as some kernel prints them. */
final class RoundTrip {

    private RoundTrip() {}

    /** The one report of a text that a kernel printed: whole, understood, and written as it was read. */
    static Report exact(String text) {
        var report = read(text);
        assertEquals(trimmed(text.lines().toList()), trimmed(clean(report)), "the canonical text is not the text");
        return report;
    }

    /** The one report of a text that is not the canonical one, whole and understood. */
    static Report read(String text) {
        var report = alone(text);
        assertEquals(List.of(), report.problems());
        assertTrue(report.complete());
        return report;
    }

    /** The one report of a text, which may lack something; all its lines are understood. */
    static Report alone(String text) {
        var reports = all(text);
        assertEquals(
                1,
                reports.size(),
                () -> "reports: " + reports.stream().map(Report::headline).toList());
        var report = reports.get(0);
        assertEquals(List.of(), report.unparsed());
        assertEquals(
                List.of(),
                report.foreign().stream()
                        .map(line -> text.lines().toList().get(line - 1))
                        .toList());
        var again = all(String.join("\n", clean(report)) + "\n");
        assertEquals(
                List.of(facts(report)), again.stream().map(RoundTrip::facts).toList(), "clean changes the report");
        return report;
    }

    static List<Report> all(String text) {
        return Reports.in(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text")
                .toList();
    }

    static List<String> clean(Report report) {
        return new KernelTextWriter(Kinds.all()).lines(report);
    }

    /** The classes of the locks, as printed. */
    static List<String> classes(List<Lock> locks) {
        return locks.stream().map(Lock::classText).toList();
    }

    /** Everything but the line numbers. */
    private static String facts(Report report) {
        return String.join(
                "\n",
                report.kind(),
                report.title(),
                report.headline(),
                "" + report.complete(),
                "" + report.system(),
                "" + report.race(),
                "" + report.lockdep(),
                "" + report.backtrace());
    }

    /** Without the blanks at the ends of lines, and the empty lines at the ends. */
    private static List<String> trimmed(List<String> lines) {
        var trimmed = new ArrayList<>(lines.stream().map(String::stripTrailing).toList());
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isEmpty()) {
            trimmed.remove(trimmed.size() - 1);
        }
        while (!trimmed.isEmpty() && trimmed.get(0).isEmpty()) {
            trimmed.remove(0);
        }
        return trimmed;
    }
}
