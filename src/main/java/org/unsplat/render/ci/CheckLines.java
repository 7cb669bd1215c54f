package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.unsplat.render.json.GroupJson;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Finding.State;

/** JSONL: one line for each new bug, {@code {"type":"finding",...}}, and finally {@code {"type":"summary",...}}. */
final class CheckLines extends CheckFormat {

    CheckLines() {
        super("jsonl", "Write a line of JSON for each new bug, and a summary.");
    }

    @Override
    public void write(CheckResult result, String version, OutputStream stream) {
        var out = JsonOutput.compact(stream);
        result.run().failures().forEach(failure -> message(out, "failure", failure));
        result.run().warnings().forEach(warning -> message(out, "warning", warning));
        for (var input : result.run().lockdepOff()) {
            message(out, "warning", LockdepOffText.line(input));
        }
        result.comparison().unexpected().forEach(finding -> finding(out, finding));
        summary(out, result);
        out.flush();
    }

    private static void message(JsonOutput out, String type, String text) {
        out.beginObject();
        out.text("type", type);
        out.text("message", text);
        end(out);
    }

    private static void finding(JsonOutput out, Finding finding) {
        var report = finding.group().first();
        out.beginObject();
        out.text("type", "finding");
        out.text("state", CheckTable.state(finding));
        out.text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        GroupJson.members(out, finding.group());
        out.beginObject("where");
        out.text("input", report.where().input());
        out.numbers("lines", List.of(report.where().first(), report.where().last()));
        out.endObject();
        out.text("explanation", report.explanation());
        end(out);
    }

    private static void summary(JsonOutput out, CheckResult result) {
        out.beginObject();
        out.text("type", "summary");
        for (var state : State.values()) {
            out.number(
                    state.name().toLowerCase(Locale.ROOT), result.comparison().count(state));
        }
        out.number("stale", result.comparison().stale().size());
        out.number("reports", result.reports());
        out.number("inputs", result.run().all().size());
        out.number("lockdep_off", result.run().lockdepOff().size());
        out.number("failures", result.run().failures().size());
        end(out);
    }

    private static void end(JsonOutput out) {
        out.endObject();
        out.endLine();
    }
}
