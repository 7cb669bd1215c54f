package org.unsplat.render.ci;

import java.io.OutputStream;
import org.unsplat.render.SafeText;
import org.unsplat.render.json.GroupJson;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;

/**
 * KCIDB's I/O schema 5.3: an issue for each bug that was seen, known or new, and an incident that links it to the test
 * or build. A bug that was not seen has no incident: KCSAN samples, so that its absence would be a guess.
 */
public final class KcidbReport implements CheckFormat {

    /** Which bugs it tells of. */
    public static final String HELP =
            "Write issues and incidents of KCIDB v5, of all bugs that were seen, known or new";

    private static final int MAJOR = 5;
    private static final int MINOR = 3;

    private final String origin;
    private final String member;
    private final String objectId;

    /**
     * @param origin the name of the CI system
     * @param member {@code test_id} or {@code build_id}
     * @param objectId the id of that test or build
     */
    public KcidbReport(String origin, String member, String objectId) {
        this.origin = origin;
        this.member = member;
        this.objectId = objectId;
    }

    @Override
    public String name() {
        return "kcidb";
    }

    @Override
    public String help() {
        return HELP + ".";
    }

    @Override
    public void write(CheckResult result, String version, OutputStream stream) {
        var out = JsonOutput.indented(stream);
        out.beginObject();
        out.beginObject("version");
        out.number("major", MAJOR);
        out.number("minor", MINOR);
        out.endObject();
        out.beginList("issues");
        result.comparison().findings().forEach(finding -> issue(out, finding, version));
        out.endList();
        out.beginList("incidents");
        result.comparison().findings().forEach(finding -> incident(out, finding));
        out.endList();
        out.endObject();
        out.endLine();
        out.flush();
    }

    /** The same in every run, with or without an id of ours. */
    private String name(Finding finding) {
        var identity = finding.group().identity();
        return "unsplat-" + (identity == null ? "title" : identity.name().replace("/", "v")) + "-"
                + finding.group().id();
    }

    private void issue(JsonOutput out, Finding finding, String version) {
        out.beginObject();
        out.text("id", origin + ":" + name(finding));
        out.number("version", 1);
        out.text("origin", origin);
        out.text("report_subject", FindingText.title(finding));
        out.beginObject("culprit");
        out.flag("code", true);
        out.endObject();
        var explanation = finding.group().first().explanation();
        out.text("comment", explanation == null ? null : SafeText.visible(explanation));
        out.beginObject("misc");
        out.text("unsplat_version", version);
        GroupJson.identified(out, finding.group());
        out.endObject();
        out.endObject();
    }

    private void incident(JsonOutput out, Finding finding) {
        out.beginObject();
        out.text("id", origin + ":" + name(finding) + "-" + objectId);
        out.text("origin", origin);
        out.text("issue_id", origin + ":" + name(finding));
        out.number("issue_version", 1);
        out.text(member, objectId);
        out.flag("present", true);
        out.text(
                "comment",
                "seen " + FindingText.times(finding.group().count()) + ", first at " + FindingText.where(finding));
        out.endObject();
    }
}
