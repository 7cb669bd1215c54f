package org.unsplat.render.ci;

import java.io.OutputStream;
import java.util.Locale;
import org.unsplat.render.SafeText;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Place;

/**
 * GitLab's code quality report: a list of {@code {"description", "check_name", "fingerprint", "severity", "location"}}.
 * GitLab drops issues with an equal fingerprint; here each bug has a different one.
 */
final class GitlabQuality extends CheckFormat {

    GitlabQuality() {
        super("gitlab", "Write GitLab's code quality JSON.");
    }

    @Override
    public void write(CheckResult result, String version, OutputStream stream) {
        var out = JsonOutput.indented(stream);
        out.beginList();
        for (var i = 0; i < result.run().failures().size(); i++) {
            issue(out, SafeText.visible(result.run().failures().get(i)), "scan", "scan:" + i, "blocker", "unsplat", 1);
        }
        for (var i = 0; i < result.run().warnings().size(); i++) {
            issue(out, SafeText.visible(result.run().warnings().get(i)), "input", "input:" + i, "info", "unsplat", 1);
        }
        var off = result.lockdepOffLogs();
        for (var i = 0; i < off.size(); i++) {
            issue(
                    out,
                    "lockdep is off from here on: "
                            + SafeText.visible(off.get(i).lockdepOff().reason()),
                    "lockdep-off",
                    "lockdep-off:" + i,
                    result.lockdepRequired() ? "major" : "info",
                    off.get(i).name(),
                    off.get(i).lockdepOff().line());
        }
        result.comparison().unexpected().forEach(finding -> issue(out, finding));
        out.endList();
        out.endLine();
        out.flush();
    }

    private static void issue(JsonOutput out, Finding finding) {
        var report = finding.group().first();
        var source =
                Place.of(report).stream().filter(place -> place.file() != null).findFirst();
        var description = FindingText.title(finding) + " (" + FindingText.identity(finding) + ", seen "
                + FindingText.times(finding.group().count()) + ", first at " + FindingText.where(finding) + ")";
        issue(
                out,
                description,
                report.kind(),
                finding.group().id(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                source.map(Place::file).orElse(report.where().input()),
                source.map(Place::line).orElse(report.where().first()));
    }

    private static void issue(
            JsonOutput out,
            String description,
            String check,
            String fingerprint,
            String severity,
            String path,
            int line) {
        out.beginObject();
        out.text("description", description);
        out.text("check_name", check);
        out.text("fingerprint", fingerprint);
        out.text("severity", severity);
        out.beginObject("location");
        out.text(
                "path",
                path.equals("-") ? "stdin" : SafeText.visible(path.startsWith("./") ? path.substring(2) : path));
        out.beginObject("lines");
        out.number("begin", line);
        out.endObject();
        out.endObject();
        out.endObject();
    }
}
