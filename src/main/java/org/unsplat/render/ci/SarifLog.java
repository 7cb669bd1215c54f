package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.unsplat.model.Kind;
import org.unsplat.model.Severity;
import org.unsplat.render.SafeText;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Place;

/**
 * SARIF 2.1.0: a rule for each kind and a result for each new bug. Its location is in the source if the log was symbolized, else
 * in the log. The other side of a race and the other locks are related locations. The ids of unsplat are
 * {@code partialFingerprints} under keys of their own. GitHub uses only its own key, which it computes from a line in the
 * sources; if there is none, the id is written under that key too.
 */
final class SarifLog extends CheckFormat {

    SarifLog() {
        super("sarif", "Write SARIF 2.1.0, for code scanning.");
    }

    @Override
    public void write(CheckResult result, String version, OutputStream stream) {
        var out = JsonOutput.indented(stream);
        out.beginObject();
        out.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        out.text("version", "2.1.0");
        out.beginList("runs");
        out.beginObject();
        tool(out, result, version);
        invocation(out, result);
        out.beginList("results");
        result.comparison().unexpected().forEach(finding -> result(out, finding, result.kinds()));
        out.endList();
        out.endObject();
        out.endList();
        out.endObject();
        out.endLine();
        out.flush();
    }

    private static void tool(JsonOutput out, CheckResult result, String version) {
        out.beginObject("tool");
        out.beginObject("driver");
        out.text("name", "unsplat");
        out.text("version", version);
        out.text("informationUri", KindHelp.KERNEL_TOOLS);
        out.beginList("rules");
        result.kinds().forEach(kind -> rule(out, kind));
        out.endList();
        out.endObject();
        out.endObject();
    }

    private static void rule(JsonOutput out, String kind) {
        var help = KindHelp.of(kind);
        out.beginObject();
        out.text("id", kind);
        out.text("name", KindHelp.name(kind));
        message(out, "shortDescription", KindHelp.title(kind));
        message(out, "fullDescription", help.meaning());
        out.text("helpUri", help.page());
        out.beginObject("help");
        out.text("text", help.meaning() + "\n\n" + help.remedy());
        out.text("markdown", help.meaning() + "\n\n**What to do.** " + help.remedy());
        out.endObject();
        out.beginObject("properties");
        out.texts("tags", List.of("kernel", kind.startsWith("kcsan-") ? "kcsan" : "lockdep", "concurrency"));
        out.endObject();
        out.beginObject("defaultConfiguration");
        out.text("level", level(Kind.of(kind).severity()));
        out.endObject();
        out.endObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.MINOR ? "warning" : "error";
    }

    private static void invocation(JsonOutput out, CheckResult result) {
        out.beginList("invocations");
        out.beginObject();
        out.flag("executionSuccessful", result.run().failures().isEmpty());
        out.beginList("toolExecutionNotifications");
        result.run().failures().forEach(failure -> notification(out, "error", SafeText.visible(failure)));
        result.run().warnings().forEach(warning -> notification(out, "warning", SafeText.visible(warning)));
        for (var input : result.lockdepOffLogs()) {
            notification(out, result.lockdepRequired() ? "error" : "warning", LockdepOffText.line(input));
        }
        out.endList();
        out.endObject();
        out.endList();
    }

    private static void notification(JsonOutput out, String level, String text) {
        out.beginObject();
        out.text("level", level);
        message(out, "message", text);
        out.endObject();
    }

    private static void result(JsonOutput out, Finding finding, List<String> kinds) {
        var report = finding.group().first();
        out.beginObject();
        out.text("ruleId", report.kind());
        out.number("ruleIndex", kinds.indexOf(report.kind()));
        out.text("level", level(finding.severity()));
        message(out, "message", FindingText.title(finding) + "\n" + String.join("\n", FindingText.lines(finding)));
        var log = new Place("in the log");
        var places = Place.of(report).stream()
                .sorted(Comparator.comparing(place -> place.file() == null))
                .toList();
        out.beginList("locations");
        location(out, places.isEmpty() ? log : places.get(0), finding, 0);
        out.endList();
        out.beginList("relatedLocations");
        for (var i = 1; i < places.size(); i++) {
            location(out, places.get(i), finding, i);
        }
        location(out, log, finding, Math.max(places.size(), 1));
        out.endList();
        out.beginObject("partialFingerprints");
        if (places.isEmpty() || places.get(0).file() == null) {
            // Otherwise GitHub computes one from the line of the log, which differs in each run
            out.text("primaryLocationLineHash", finding.group().id() + ":1");
        }
        report.fingerprints().forEach((name, id) -> out.text("unsplat/" + name.replace("/", "/v"), id));
        out.endObject();
        out.number("occurrenceCount", finding.group().count());
        out.endObject();
    }

    private static void location(JsonOutput out, Place place, Finding finding, int id) {
        var where = finding.group().first().where();
        out.beginObject();
        out.number("id", id);
        out.beginObject("physicalLocation");
        out.beginObject("artifactLocation");
        out.text("uri", LogUri.of(place.file() == null ? where.input() : place.file()));
        out.endObject();
        out.beginObject("region");
        out.number("startLine", place.file() == null ? Integer.valueOf(where.first()) : place.line());
        if (place.file() == null) {
            out.number("endLine", where.last());
        }
        out.endObject();
        out.endObject();
        message(out, "message", SafeText.visible(place.what()));
        out.endObject();
    }

    private static void message(JsonOutput out, String name, String text) {
        out.beginObject(name);
        out.text("text", text);
        out.endObject();
    }
}
