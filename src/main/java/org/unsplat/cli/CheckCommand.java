package org.unsplat.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.unsplat.render.CheckFormat;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Comparison;
import org.unsplat.triage.Groups;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code unsplat check}: the gate of a CI. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Is there a bug that the baseline does not know? For CI.",
        footer = {"", "Exit status:",
            "  0  nothing that the baseline does not know",
            "  1  something new, or an expired entry of the baseline; see --fail-on",
            "  2  usage error, unreadable input or baseline, or unwritable output",
            "", "Examples:",
            "  unsplat check --baseline known.json --write-baseline console.log",
            "  unsplat check --baseline known.json --github --sarif out.sarif logs/",
            "  dmesg | unsplat check -"})
final class CheckCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private InputOptions input;

    @Option(names = "--baseline", paramLabel = "FILE", description = "The bugs that are known; without it all are new.")
    private Path baseline;

    @Option(names = "--write-baseline", description = {
        "Add what is new to the baseline, or write a first one; what it has already stays as it is."})
    private boolean write;

    @Option(names = "--fail-on", paramLabel = "WHICH", converter = FailOn.Converter.class, defaultValue = "new",
            description = "Exit with 1 on: new (default), any, none.")
    private FailOn failOn;

    @Option(names = "--require-lockdep", description = {
        "Exit with 1 where lockdep was off in an input: from there on the run had no lock coverage."})
    private boolean requireLockdep;

    @Mixin
    private KindOptions kindOptions;

    @Spec
    private CommandSpec spec;

    private CheckCommand(Streams streams) {
        this.streams = streams;
    }

    /** The command, with an option for each form of output that there is. */
    static CommandLine line(Streams streams) {
        var line = new CommandLine(new CheckCommand(streams));
        for (var format : CheckFormat.ALL) {
            var option = OptionSpec.builder("--" + format.name()).description(format.help());
            line.getCommandSpec().addOption(format.isPrinted() ? option.type(boolean.class).arity("0").build()
                    : option.type(Path.class).arity("1").paramLabel("FILE").build());
        }
        return line;
    }

    @Override
    public Integer call() {
        if (write && baseline == null) {
            throw new ParameterException(spec.commandLine(), "--write-baseline: also give --baseline FILE");
        }
        var kinds = kindOptions.kinds();
        var inputs = input.inputs(streams);
        var known = baseline == null ? Baseline.EMPTY : new BaselineFile(baseline).read(write);
        var groups = new Groups();
        var run = new ReportRun(report -> {
            if (kindOptions.include(report.kind())) {
                groups.add(report);
            }
        }, streams.err());
        inputs.visit(run);
        if (write) {
            known = updated(known, groups, run);
        }
        var comparison = Comparison.of(groups, known, LocalDate.now(ZoneOffset.UTC),
                kindOptions::include);
        var result = new CheckResult(comparison, all(kinds, groups), run.inputs(), run.failures(), requireLockdep);
        boolean told = new CheckReport(streams, result).write(formats());
        return told && run.status() == Exit.DONE ? status(result) : Integer.valueOf(Exit.FAILED);
    }

    /** Those too that a later version named and we do not know. */
    private static List<String> all(List<String> kinds, Groups groups) {
        return Stream.concat(kinds.stream(), groups.all().stream().map(group -> group.first().kind())).distinct().toList();
    }

    private Baseline updated(Baseline known, Groups groups, ReportRun run) {
        if (run.status() != Exit.DONE) {
            streams.err().println("unsplat: " + baseline + ": not written: the scan failed: see above");
            return known;
        }
        var updated = known.with(groups.all());
        new BaselineFile(baseline).write(updated);
        return updated;
    }

    /** The forms that were asked for, with the files they go to. */
    private Map<CheckFormat, Path> formats() {
        var chosen = new LinkedHashMap<CheckFormat, Path>();
        var parsed = spec.commandLine().getParseResult();
        for (var format : CheckFormat.ALL) {
            var option = "--" + format.name();
            if (parsed.hasMatchedOption(option)) {
                chosen.put(format, format.isPrinted() ? null : parsed.matchedOptionValue(option, (Path) null));
            }
        }
        return chosen;
    }

    private int status(CheckResult result) {
        var failing = switch (failOn) {
            case NEW -> result.comparison().unexpected();
            case ANY -> result.comparison().findings();
            case NONE -> List.of();
        };
        boolean blind = requireLockdep && !result.blind().isEmpty();
        return failing.isEmpty() && !blind ? Exit.DONE : Exit.NEW_FOUND;
    }
}
