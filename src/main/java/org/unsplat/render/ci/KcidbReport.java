package org.unsplat.render.ci;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.unsplat.model.Kind;
import org.unsplat.model.Report;
import org.unsplat.model.Where;
import org.unsplat.render.SafeText;
import org.unsplat.render.json.JsonOutput;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Group;

/**
 * KCIDB's I/O schema 5.3: an issue for each bug that was seen, known or new, and an incident that links it to the test or build.
 * A bug that was not seen has no incident: KCSAN samples, so its absence proves nothing. A bug without a fingerprint has no
 * issue, because nothing would distinguish it from others.
 *
 * <p>{@code misc.logspec} has the members that KernelCI's logspec writes, which its dashboard shows.
 */
public final class KcidbReport extends CheckFormat {

    public static final String HELP =
            "Write issues and incidents of KCIDB v5.3 for all bugs that were seen, known or new";

    /** The number of bytes of UTF-8 that KCIDB accepts of logs of tests and builds. */
    static final int EXCERPT_BYTES = 16 * 1024;

    private static final int MAJOR = 5;
    private static final int MINOR = 3;
    private static final int ISSUE_VERSION = 1;

    private final String origin;
    private final String member;
    private final String objectId;
    private final Function<Report, List<String>> kernelText;

    /**
     * @param origin the name of the CI system
     * @param member {@code test_id} or {@code build_id}
     * @param objectId the id of that test or build
     * @param kernelText the lines of a report as the kernel printed them
     */
    public KcidbReport(String origin, String member, String objectId, Function<Report, List<String>> kernelText) {
        super("kcidb", HELP + ".");
        this.origin = origin;
        this.member = member;
        this.objectId = objectId;
        this.kernelText = kernelText;
    }

    @Override
    public void write(CheckResult result, String version, OutputStream stream) {
        var groups = result.comparison().findings().stream()
                .map(Finding::group)
                .filter(group -> group.identity() != null)
                .toList();
        var out = JsonOutput.indented(stream);
        out.beginObject();
        out.beginObject("version");
        out.number("major", MAJOR);
        out.number("minor", MINOR);
        out.endObject();
        out.beginList("issues");
        groups.forEach(group -> issue(out, group, version));
        out.endList();
        out.beginList("incidents");
        groups.forEach(group -> incident(out, group));
        out.endList();
        out.endObject();
        out.endLine();
        out.flush();
    }

    private void issue(JsonOutput out, Group group, String version) {
        var report = group.first();
        var isLimit = Kind.of(report.kind()) == Kind.LIMIT;
        out.beginObject();
        out.text("id", issueId(group));
        out.number("version", ISSUE_VERSION);
        out.text("origin", origin);
        out.beginObject("culprit");
        out.flag("code", !isLimit);
        out.flag("tool", isLimit);
        out.flag("harness", false);
        out.endObject();
        out.texts("categories", List.of(category(report)));
        out.text("comment", SafeText.visible(report.title() + " [unsplat:" + report.kind() + "]"));
        out.beginObject("misc");
        logspec(out, group, version);
        out.endObject();
        out.endObject();
    }

    private void logspec(JsonOutput out, Group group, String version) {
        var report = group.first();
        var identity = group.identity();
        out.beginObject("logspec");
        out.text("version", version);
        out.text("parser", "unsplat");
        out.beginObject("error");
        out.text(
                "error_type",
                category(report) + "." + SafeText.visible(report.kind().replaceFirst("^.*?-", "")));
        out.text("error_summary", SafeText.visible(report.title()));
        out.text("log_excerpt", excerpt(report));
        out.beginObject("signature_fields");
        out.text("fingerprint", SafeText.visible(identity.toString()));
        out.texts(
                "inputs",
                report.fingerprintInputs().getOrDefault(identity.name(), List.of()).stream()
                        .map(SafeText::visible)
                        .toList());
        out.endObject();
        out.endObject();
        out.endObject();
    }

    private void incident(JsonOutput out, Group group) {
        var places = group.places().stream().map(KcidbReport::place).toList();
        out.beginObject();
        out.text("id", origin + ":" + sha1(issueId(group) + " " + ISSUE_VERSION + " " + objectId));
        out.text("origin", origin);
        out.text("issue_id", issueId(group));
        out.number("issue_version", ISSUE_VERSION);
        out.text(member, objectId);
        out.flag("present", true);
        out.text("comment", places.get(0) + (group.count() == 1 ? "" : " and " + (group.count() - 1) + " more"));
        out.beginObject("misc");
        out.beginObject("unsplat");
        out.number("count", group.count());
        out.texts("places", places);
        out.endObject();
        out.endObject();
        out.endObject();
    }

    /** The same id in every run: {@code printf '%s' 'cycle/1 695f2d94e1d7c50a' | sha1sum}. */
    private String issueId(Group group) {
        return origin + ":" + sha1(group.identity().toString());
    }

    /** {@code console.log#L11-L141}. */
    private static String place(Where where) {
        var input = where.input().equals("-") ? "stdin" : SafeText.visible(where.input());
        return input + "#L" + where.first() + "-L" + where.last();
    }

    /** A path in KCIDB's tree of categories. */
    private static String category(Report report) {
        return "linux.kernel." + (report.race() == null ? "lockdep" : "kcsan");
    }

    /** The first lines of the report that fit KCIDB's limit; at least its headline. */
    private String excerpt(Report report) {
        var lines = kernelText.apply(report);
        var text = lines.isEmpty() ? report.headline() : String.join("\n", lines) + "\n";
        // A database cannot store NUL, which the JSON that was read may contain
        var bytes = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= EXCERPT_BYTES) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        var end = EXCERPT_BYTES;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            end = EXCERPT_BYTES;
            // Not within a UTF-8 sequence
            while ((bytes[end] & 0xc0) == 0x80) {
                end--;
            }
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static String sha1(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
