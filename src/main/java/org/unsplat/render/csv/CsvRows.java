package org.unsplat.render.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Lock;
import org.unsplat.model.Lockdep;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Where;
import org.unsplat.render.json.ReportSink;
import org.unsplat.render.json.Summary;
import org.unsplat.triage.Fingerprints;
import org.unsplat.triage.Identity;

/**
 * {@code --format csv}: a header and one row for each report (RFC 4180). Inputs and diagnostics have no row; unknown values are
 * empty fields. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvRows implements ReportSink {

    private static final List<String> IDS =
            List.of(Fingerprints.CYCLE, Fingerprints.SITE, Fingerprints.STACK, Fingerprints.CUT);
    private static final List<String> OF_ACCESS = List.of("op", "marked", "size", "function", "file", "line");
    private static final int ACCESSES = 2;

    /** Spreadsheets skip a tab or carriage return before the others; the last four are full-width forms of the first four. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter out;
    private final Summary summary = new Summary();

    /** Writes the header at once. */
    public CsvRows(OutputStream stream) {
        this.out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .autoFlush(true)
                .build(stream);
        out.writeRecord(head());
    }

    private static List<String> head() {
        var head = new ArrayList<>(List.of("id", "kind", "title", "input", "line", "complete"));
        head.addAll(IDS);
        head.addAll(List.of("kernel", "comm", "syzbot_id", "explanation", "bug", "wall", "time", "acquired", "held"));
        for (var number = 1; number <= ACCESSES; number++) {
            for (var name : OF_ACCESS) {
                head.add("access" + number + "_" + name);
            }
        }
        return head;
    }

    @Override
    public void report(Report report) {
        summary.add(report);
        var row = new ArrayList<String>();
        addReport(row, report);
        addTime(row, report.where());
        addLocks(row, report.lockdep());
        for (var number = 0; number < ACCESSES; number++) {
            addAccess(row, report.race(), number);
        }
        out.writeRecord(row.stream().map(CsvRows::safe).toList());
    }

    private static void addReport(List<String> row, Report report) {
        add(row, report.id(), report.kind(), report.title());
        add(row, report.where().input(), report.where().first(), report.complete());
        IDS.forEach(name -> add(row, report.fingerprints().get(name)));
        var system = report.system();
        add(row, system == null ? null : system.kernel(), system == null ? null : system.comm());
        add(row, report.origin() == null ? null : report.origin().syzbotId());
        add(row, report.explanation(), Identity.of(report));
    }

    private static void addTime(List<String> row, Where where) {
        add(row, where.wall() == null ? null : where.wall().first());
        add(
                row,
                where.time() == null
                        ? null
                        : String.format(Locale.ROOT, "%.6f", where.time().first()));
    }

    private static void addLocks(List<String> row, Lockdep facts) {
        add(
                row,
                facts == null || facts.acquiring() == null
                        ? null
                        : facts.acquiring().classText());
        add(
                row,
                facts == null
                        ? null
                        : facts.holding().stream().map(Lock::classText).collect(Collectors.joining("; ")));
    }

    private static void addAccess(List<String> row, Race race, int number) {
        if (race == null || race.accesses().size() <= number) {
            OF_ACCESS.forEach(name -> row.add(null));
            return;
        }
        var access = race.accesses().get(number);
        var frame = FrameRole.ofAccess(access.stack());
        add(row, access.op(), access.marked(), access.size());
        add(row, frame == null ? null : FrameRole.readableName(frame.function()), fileOf(frame), lineOf(frame));
    }

    private static String fileOf(StackFrame frame) {
        return frame == null ? null : frame.file();
    }

    private static Integer lineOf(StackFrame frame) {
        return frame == null ? null : frame.line();
    }

    private static void add(List<String> row, Object... fields) {
        Stream.of(fields).map(field -> field == null ? null : field.toString()).forEach(row::add);
    }

    /** A single sign, such as the name of standard input, is no formula. */
    private static String safe(String field) {
        var isFormula = field != null && field.length() > 1 && FORMULA_STARTS.indexOf(field.charAt(0)) >= 0;
        return isFormula ? "'" + field : field;
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
