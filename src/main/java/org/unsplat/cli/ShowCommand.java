package org.unsplat.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unsplat.model.Report;
import org.unsplat.render.HumanWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code unsplat show}: one screen a report. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "One screen per report, for a person.",
        footer = {"", "Colours are used on a terminal, unless NO_COLOR is set. The width is that of COLUMNS, else 80.",
            "", "Exit status:",
            "  0  done, whether or not there were reports",
            "  2  usage error, unreadable input, or unwritable output",
            "", "Examples:",
            "  unsplat show console.log",
            "  dmesg | unsplat show --color always --width $COLUMNS | less -R",
            "  unsplat parse logs/ | unsplat show -"})
final class ShowCommand implements Callable<Integer> {

    private static final int NARROWEST = 40;

    private final Streams streams;
    private boolean first = true;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions input;

    @Option(names = {"-v", "--verbose"}, description = "Show all stacks, whole.")
    private boolean verbose;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "auto (default), always or never.")
    private ColorChoice color;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Columns of the screen, 40 or more.")
    private Integer width;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE, complete or not at all.")
    private Path file;

    ShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (width != null && width < NARROWEST) {
            throw new ParameterException(spec.commandLine(), "--width: expected " + NARROWEST + " or more, found " + width);
        }
        var terminal = file == null ? streams.terminal() : Terminal.NONE;
        var writer = new HumanWriter(width == null ? streams.terminal().width() : width, color.of(terminal), verbose);
        return ReportOutput.run(input, streams, file, (report, output) -> write(writer, report, output));
    }

    private void write(HumanWriter writer, Report report, Output output) {
        output.text((first ? "" : "\n\n") + writer.text(report));
        first = false;
    }
}
