package org.unsplat.render.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.json.ReportSink;
import org.unsplat.render.json.Summary;
import org.unsplat.triage.Fingerprints;

/**
 * {@code --format csv}: a head and a row for each report, as RFC 4180 has them. Inputs and diagnostics have no row; what a
 * report does not tell is an empty field.
 */
public final class CsvRows implements ReportSink {

    private static final List<String> IDS =
            List.of(Fingerprints.CYCLE, Fingerprints.SITE, Fingerprints.STACK, Fingerprints.CUT);

    private final OutputStream out;
    private final Summary summary = new Summary();

    /** The stream gets the head at once. */
    public CsvRows(OutputStream stream) {
        this.out = stream;
        var head = new ArrayList<>(List.of("id", "kind", "title", "input", "line", "complete"));
        head.addAll(IDS);
        head.addAll(List.of("kernel", "comm", "syzbot_id", "explanation"));
        row(head);
    }

    @Override
    public void report(Report report) {
        summary.add(report);
        var where = report.where();
        var row = new ArrayList<>(List.of(
                report.id(),
                report.kind(),
                report.title(),
                where.input(),
                String.valueOf(where.first()),
                String.valueOf(report.complete())));
        IDS.forEach(name -> row.add(report.fingerprints().get(name)));
        var system = report.system();
        row.add(system == null ? null : system.kernel());
        row.add(system == null ? null : system.comm());
        row.add(report.origin() == null ? null : report.origin().syzbotId());
        row.add(report.explanation());
        row(row);
    }

    private void row(List<String> fields) {
        var line = fields.stream().map(CsvRows::field).collect(Collectors.joining(",")) + "\r\n";
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String text) {
        var field = Objects.requireNonNullElse(text, "");
        var isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void input(InputInfo input) {
        // Has no row
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        // Has no row
    }

    @Override
    public void finish() {
        // Each row is written at once
    }

    @Override
    public Summary summary() {
        return summary;
    }
}
