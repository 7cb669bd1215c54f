package org.unsplat.render.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** {@code --format jsonl}: one object on each line with {@code type} first, written at once; {@code summary} is last. */
public final class JsonLines implements ReportSink {

    private final JsonOutput out;
    private final ReportJson writer;
    private final Summary summary = new Summary();

    public JsonLines(OutputStream stream) {
        this(stream, true);
    }

    /** @param decoded whether to write the meaning of each usage of a lock */
    public JsonLines(OutputStream stream, boolean decoded) {
        this.out = JsonOutput.compact(stream);
        this.writer = new ReportJson(out, decoded);
    }

    /** The object of one report without {@code type} and line end. */
    public static String object(Report report) {
        var bytes = new ByteArrayOutputStream();
        var lines = new JsonLines(bytes);
        lines.out.beginObject();
        lines.writer.members(report);
        lines.out.endObject();
        lines.out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void report(Report report) {
        summary.add(report);
        begin("report");
        writer.members(report);
        end();
    }

    @Override
    public void input(InputInfo input) {
        begin("input");
        writer.members(input);
        end();
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        begin("diagnostic");
        writer.members(diagnostic);
        end();
    }

    @Override
    public void finish() {
        begin("summary");
        writer.members(summary);
        end();
    }

    @Override
    public Summary summary() {
        return summary;
    }

    private void begin(String type) {
        out.beginObject();
        out.text("type", type);
    }

    private void end() {
        out.endObject();
        out.endLine();
        out.flush();
    }
}
