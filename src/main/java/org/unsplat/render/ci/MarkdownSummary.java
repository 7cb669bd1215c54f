package org.unsplat.render.ci;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.unsplat.render.SafeText;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;

/** A summary in Markdown, as GitHub shows it for a step: the counts, a table of new bugs, and their screens. */
final class MarkdownSummary extends CheckFormat {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~@:$-]");
    /** GitHub refuses a summary of more than 1 MiB. */
    private static final int LONGEST = 900_000;

    private static final int WIDTH = 100;

    MarkdownSummary() {
        super("markdown", "Write a Markdown summary; append where FILE is \"$GITHUB_STEP_SUMMARY\".");
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        var text = new StringBuilder("## unsplat\n\n");
        text.append(CheckTable.counts(result)).append(".\n");
        if (!result.run().failures().isEmpty()) {
            text.append("\n**The scan failed, so this proves nothing:**\n\n");
            result.run()
                    .failures()
                    .forEach(failure ->
                            text.append("* ").append(escaped(failure)).append('\n'));
        }
        table(text, result.comparison().unexpected());
        warnings(text, result);
        result.comparison().unexpected().forEach(finding -> screen(text, finding));
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void warnings(StringBuilder text, CheckResult result) {
        var warnings = new ArrayList<>(result.run().warnings());
        warnings.addAll(LockdepOffText.lines(result.lockdepOffLogs()));
        text.append(warnings.isEmpty() ? "" : "\n**Warnings:**\n\n");
        warnings.forEach(warning -> text.append("* ").append(escaped(warning)).append('\n'));
    }

    private static void table(StringBuilder text, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append("\n| state | seen | bug | kind | id | first at |\n| --- | --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < findings.size(); i++) {
            if (text.length() > LONGEST) {
                text.append("\nand ").append(findings.size() - i).append(" more\n");
                return;
            }
            var finding = findings.get(i);
            text.append("| ")
                    .append(String.join(
                            " | ",
                            CheckTable.state(finding),
                            String.valueOf(finding.group().count()),
                            escaped(finding.group().first().title()),
                            escaped(finding.group().first().kind()),
                            escaped(FindingText.identity(finding)),
                            escaped(FindingText.where(finding))))
                    .append(" |\n");
        }
    }

    /** Adds the explanation and the screen of {@code show}, folded, if there is room; the table names the bugs in any case. */
    private static void screen(StringBuilder text, Finding finding) {
        var report = finding.group().first();
        var screen = html(new ScreenWriter(WIDTH, false, false).text(finding.group()));
        if (text.length() + screen.length() > LONGEST) {
            return;
        }
        text.append("\n### ").append(escaped(report.title())).append('\n');
        if (report.explanation() != null) {
            text.append('\n').append(escaped(report.explanation())).append('\n');
        }
        text.append("\n<details><summary>")
                .append(html(SafeText.visible(report.kind() + ", " + FindingText.identity(finding))))
                .append("</summary>\n\n<pre>\n")
                .append(screen)
                .append("</pre>\n\n</details>\n");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(html(SafeText.visible(text))).replaceAll("\\\\$0");
    }
}
