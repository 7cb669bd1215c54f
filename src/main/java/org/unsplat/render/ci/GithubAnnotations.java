package org.unsplat.render.ci;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unsplat.render.SafeText;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Place;

/**
 * GitHub's workflow commands: {@code ::error file=net/core/dev.c,line=12,title=possible deadlock in f::...}. GitHub shows ten
 * of each level in a step, so the tenth counts the rest.
 */
final class GithubAnnotations extends CheckFormat {

    private static final int SHOWN = 10;

    GithubAnnotations() {
        super("github", "Print GitHub annotations, worst first, at most 10 of a level.");
    }

    @Override
    public boolean isPrinted() {
        return true;
    }

    @Override
    public void write(CheckResult result, String version, OutputStream out) {
        var errors = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        result.run()
                .failures()
                .forEach(failure -> errors.add(command("error", "", "unsplat: " + SafeText.visible(failure))));
        for (var input : result.lockdepOffLogs()) {
            var level = result.lockdepRequired() ? "error" : "warning";
            (result.lockdepRequired() ? errors : warnings)
                    .add(command(level, ",title=lockdep is off", LockdepOffText.line(input)));
        }
        result.run()
                .warnings()
                .forEach(warning ->
                        warnings.add(command("warning", ",title=input of no use", SafeText.visible(warning))));
        result.comparison().unexpected().forEach(finding -> errors.add(annotation(finding)));
        for (var entry : result.listedStale()) {
            warnings.add(command(
                    "warning",
                    ",title=stale baseline entry",
                    "not seen: "
                            + SafeText.visible((entry.identity() == null
                                            ? entry.kind()
                                            : entry.identity().toString())
                                    + (entry.title() == null ? "" : " " + entry.title()))));
        }
        var text = new StringBuilder();
        append(text, "error", errors);
        append(text, "warning", warnings);
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder text, String level, List<String> commands) {
        var shown = commands.size() > SHOWN ? SHOWN - 1 : commands.size();
        commands.subList(0, shown).forEach(command -> text.append(command).append('\n'));
        if (shown < commands.size()) {
            text.append(command(level, "", "and " + (commands.size() - shown) + " more"))
                    .append('\n');
        }
    }

    private static String annotation(Finding finding) {
        var where = finding.group().first().where();
        var source = Place.of(finding.group().first()).stream()
                .filter(place -> place.file() != null)
                .findFirst();
        var file = source.map(Place::file).orElse(where.input());
        var line = source.map(Place::line).orElse(where.first());
        var place = file.equals("-") ? "" : ",file=" + property(SafeText.visible(file)) + ",line=" + line;
        var title = FindingText.title(finding);
        return command(
                "error",
                place + ",title=" + property(title),
                title + "\n" + String.join("\n", FindingText.lines(finding)));
    }

    /** @param properties escaped, each with a comma before it */
    private static String command(String level, String properties, String message) {
        return "::" + level + (properties.isEmpty() ? "" : " " + properties.substring(1)) + "::" + data(message);
    }

    /** Escapes as the toolkit of GitHub's runner does. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
