package org.unsplat.render.ci;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.unsplat.render.SafeText;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;

/** A summary in Markdown, as GitHub shows it beside a step: the counts, and a table of what is new. */
final class MarkdownSummary implements CheckFormat {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~@:$-]");
    /** GitHub refuses a summary of more than 1 MiB. */
    private static final int LONGEST = 900_000;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String help() {
        return "Write a summary in Markdown; to GitHub's \"$GITHUB_STEP_SUMMARY\" it is added.";
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        var text = new StringBuilder("## unsplat\n\n");
        text.append(CheckTable.counts(result)).append(".\n");
        if (!result.failures().isEmpty()) {
            text.append("\n**The scan failed, so this proves nothing:**\n\n");
            result.failures()
                    .forEach(failure ->
                            text.append("* ").append(escaped(failure)).append('\n'));
        }
        table(text, result.comparison().unexpected());
        LockdepOffText.lines(result.lockdepOffLogs())
                .forEach(line -> text.append('\n').append(escaped(line)).append('\n'));
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(StringBuilder text, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append("\n| state | seen | bug | kind | id | first at |\n| --- | --- | --- | --- | --- | --- |\n");
        for (int i = 0; i < findings.size(); i++) {
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

    private static String escaped(String text) {
        var html = SafeText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return SPECIAL.matcher(html).replaceAll("\\\\$0");
    }
}
