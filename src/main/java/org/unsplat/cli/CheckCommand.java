package org.unsplat.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Comparison;
import org.unsplat.triage.Groups;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat check}: decides whether a CI run passes. */
final class CheckCommand extends Command {

    private final OptionSpec baseline =
            option("--baseline", "FILE", Path.class, "The file of the known bugs; without it all bugs are new.");

    private final OptionSpec write =
            flag("--write-baseline", "Add new bugs to the baseline, or create it; existing entries stay as they are.");

    private final OptionSpec failOn = option(OptionSpec.builder("--fail-on")
            .paramLabel("WHICH")
            .type(FailOn.class)
            .converters(new FailOn.Converter())
            .defaultValue("new")
            .description("Exit with 1 on: new (default), any, none."));

    private final OptionSpec requireLockdep = flag(
            "--require-lockdep",
            "Exit with 1 if lockdep was off in an input: from there on the run had no lock coverage.");

    private final RequireOption require =
            new RequireOption(this, "otherwise the run did not happen, and the exit status is 2.");

    private final OptionSpec warnStale =
            flag("--warn-stale", "List the entries of the baseline that were not seen, instead of only counting them.");

    private final WidthOption width = new WidthOption(this, "table and the screens");

    private final InputOptions input = new InputOptions(this);

    private final KcidbOptions kcidb;
    private final HtmlOptions html;

    CheckCommand(Streams streams) {
        super(streams, "check", "Is there a bug that the baseline does not know? For CI.", """
                Exit status:
                  0  nothing that the baseline does not know
                  1  something new, or an expired entry of the baseline; see --fail-on
                  2  usage error, unreadable input or baseline, unwritable output, or an input
                     without a line that matches --require

                Examples:
                  unsplat check --baseline known.json --write-baseline console.log
                  unsplat check --baseline known.json --github --sarif out.sarif logs/
                  unsplat check --baseline known.json --junit out.xml --gitlab out.json logs/
                  unsplat check --html report.html --source-url "https://git.example.org/{file}?h={kernel}#n{line}" logs/
                  unsplat check --require "login:" --kcidb out.json --origin lkt --test-id lkt:7 console.log
                  curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
                      -d @out.json https://db.kernelci.org/submit
                  dmesg | unsplat check -
                """);
        CheckFormat.ALL.forEach(this::outputIn);
        html = new HtmlOptions(this);
        kcidb = new KcidbOptions(this);
    }

    private void outputIn(CheckFormat format) {
        if (format.isPrinted()) {
            flag("--" + format.name(), format.help());
        } else {
            option("--" + format.name(), "FILE", Path.class, format.help());
        }
    }

    @Override
    public Integer call() {
        Path file = baseline.getValue();
        boolean writes = write.getValue();
        if (writes && file == null) {
            throw usageError("--write-baseline: also give --baseline FILE");
        }
        var selection = input.selection().selection();
        var columns = width.columns(streams.terminal());
        var inputs = input.inputs(streams);
        requireDistinctFiles(inputs.operands(), file, writes);
        var known = file == null ? Baseline.EMPTY : new BaselineFile(file).read(writes, streams);
        var groups = new Groups();
        var run = new ReportHandler(groups::add, streams);
        inputs.read(InputReader.requiring(require.pattern(), html.file() != null), run);
        if (writes) {
            known = updated(file, known, groups, run);
        }
        var comparison = Comparison.of(groups, known, LocalDate.now(ZoneOffset.UTC), selection::covers);
        var result = new CheckResult(
                comparison,
                all(input.selection().kinds().kinds(), groups),
                run.inputs(),
                requireLockdep.getValue(),
                warnStale.getValue());
        var told = new CheckOutput(streams, result, columns).write(formats());
        return told && run.status() == Exit.DONE ? status(result) : Integer.valueOf(Exit.FAILED);
    }

    private void requireDistinctFiles(List<String> operands, Path baselineFile, boolean writes) {
        var files = new OutputFiles(this);
        files.readAsOperands(operands);
        if (writes) {
            files.writtenBy("--baseline", baselineFile);
        } else if (baselineFile != null) {
            files.readBy("--baseline", baselineFile);
        }
        formats().forEach((format, file) -> files.writtenBy("--" + format.name(), file));
    }

    /** The kinds, and those of a later version in the reports. */
    private static List<String> all(List<String> kinds, Groups groups) {
        return Stream.concat(
                        kinds.stream(),
                        groups.all().stream().map(group -> group.first().kind()))
                .distinct()
                .toList();
    }

    private Baseline updated(Path file, Baseline known, Groups groups, ReportHandler run) {
        if (run.status() != Exit.DONE) {
            streams.tell(file + ": not written: the scan failed: see above");
            return known;
        }
        var baselineFile = new BaselineFile(file);
        return FileLock.hold(file, () -> {
            // Other runs may have added entries since it was read
            var updated = baselineFile.read(true, streams).with(groups.all());
            baselineFile.write(updated);
            return updated;
        });
    }

    /** The selected formats and their files. */
    private Map<CheckFormat, Path> formats() {
        var chosen = new LinkedHashMap<CheckFormat, Path>();
        var parsed = spec().commandLine().getParseResult();
        for (var format : CheckFormat.ALL) {
            var option = "--" + format.name();
            if (parsed.hasMatchedOption(option)) {
                chosen.put(format, format.isPrinted() ? null : parsed.matchedOptionValue(option, (Path) null));
            }
        }
        var page = html.format(baseline.getValue() != null);
        if (page != null) {
            chosen.put(page, html.file());
        }
        if (kcidb.file() != null) {
            chosen.put(kcidb.format(), kcidb.file());
        }
        return chosen;
    }

    private int status(CheckResult result) {
        FailOn which = failOn.getValue();
        var failing = switch (which) {
            case new_ -> result.comparison().unexpected();
            case any -> result.comparison().findings();
            case none -> List.of();
        };
        return failing.isEmpty() && !result.lacksLockdep() ? Exit.DONE : Exit.NEW_FOUND;
    }
}
