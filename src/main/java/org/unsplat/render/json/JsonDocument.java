package org.unsplat.render.json;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * {@code --format json}: one document. Reports are written as they come; inputs and diagnostics are few and are written at the
 * end.
 */
public final class JsonDocument implements ReportSink {

    /** The version of the schema; within {@code 1} there are only additions. */
    public static final String SCHEMA_VERSION = "1.0";

    private final JsonOutput out;
    private final ReportJson writer;
    private final Summary summary = new Summary();
    private final List<InputInfo> inputs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** @param decoded whether to write the meaning of each usage of a lock */
    private JsonDocument(JsonOutput out, String version, boolean decoded) {
        this.out = out;
        this.writer = new ReportJson(out, decoded);
        out.beginObject();
        out.text("schema_version", SCHEMA_VERSION);
        out.beginObject("tool");
        out.text("name", "unsplat");
        out.text("version", version);
        out.endObject();
        out.beginList("reports");
    }

    /** An indented document, two blanks for each level; {@code version} is that of this program. */
    public static JsonDocument indented(OutputStream stream, String version, boolean decoded) {
        return new JsonDocument(JsonOutput.indented(stream), version, decoded);
    }

    /** The same on one line. */
    public static JsonDocument compact(OutputStream stream, String version, boolean decoded) {
        return new JsonDocument(JsonOutput.compact(stream), version, decoded);
    }

    @Override
    public void report(Report report) {
        summary.add(report);
        out.beginObject();
        writer.members(report);
        out.endObject();
    }

    @Override
    public void input(InputInfo input) {
        inputs.add(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    @Override
    public void finish() {
        out.endList();
        out.beginList("inputs");
        for (var input : inputs) {
            out.beginObject();
            writer.members(input);
            out.endObject();
        }
        out.endList();
        out.beginList("diagnostics");
        for (var diagnostic : diagnostics) {
            out.beginObject();
            writer.members(diagnostic);
            out.endObject();
        }
        out.endList();
        out.beginObject("summary");
        writer.members(summary);
        out.endObject();
        out.endObject();
        out.endLine();
        out.flush();
    }

    @Override
    public Summary summary() {
        return summary;
    }
}
