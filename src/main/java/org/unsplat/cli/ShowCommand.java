package org.unsplat.cli;

import java.nio.file.Path;
import org.unsplat.model.Report;
import org.unsplat.render.show.ScreenWriter;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat show}: one screen a report. */
final class ShowCommand extends Command {

    private final Streams streams;
    private boolean first = true;

    private final OptionSpec verbose = option(OptionSpec.builder("-v", "--verbose")
            .type(boolean.class)
            .defaultValue("false")
            .description("Show all stacks, locks and tasks."));

    private final OptionSpec color = option(OptionSpec.builder("--color")
            .paramLabel("WHEN")
            .type(ColorChoice.class)
            .defaultValue("auto")
            .description("auto (default), always or never."));

    private final OptionSpec width = option(OptionSpec.builder("--width")
            .paramLabel("COLUMNS")
            .type(Integer.class)
            .description("Columns of the screen, " + Terminal.NARROWEST + " or more."));

    private final OptionSpec file = outputFile();

    private final InputOptions input = new InputOptions(this);

    ShowCommand(Streams streams) {
        super("show", "One screen per report, for a person.", """
                Colours are used on a terminal, unless NO_COLOR is set. The width is that of COLUMNS, else 80.

                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat show console.log
                  dmesg | unsplat show --color always --width $COLUMNS | less -R
                  unsplat parse logs/ | unsplat show -
                """);
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Path to = file.getValue();
        ColorChoice choice = color.getValue();
        var terminal = to == null ? streams.terminal() : Terminal.NONE;
        var writer = new ScreenWriter(columns(), choice.of(terminal), verbose.getValue());
        return ReportOutput.run(input, streams, to, (report, output) -> write(writer, report, output));
    }

    private int columns() {
        Integer given = width.getValue();
        if (given != null && given < Terminal.NARROWEST) {
            throw usageError("--width: expected " + Terminal.NARROWEST + " or more, found " + given);
        }
        return given == null ? streams.terminal().width() : given;
    }

    private void write(ScreenWriter writer, Report report, Output output) {
        output.text((first ? "" : "\n\n") + writer.text(report));
        first = false;
    }
}
