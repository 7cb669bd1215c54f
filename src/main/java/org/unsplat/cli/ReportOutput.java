package org.unsplat.cli;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.unsplat.model.Report;
import org.unsplat.triage.RunInputs;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command that reads reports and writes text: its output, and its inputs. */
final class ReportOutput {

    private final Command command;
    private final OptionSpec file;
    private final InputOptions input;

    ReportOutput(Command command) {
        this(command, true);
    }

    /** @param withSymbols whether there are options for debug files of the kernel */
    ReportOutput(Command command, boolean withSymbols) {
        this.command = command;
        this.file = command.outputFile();
        this.input = new InputOptions(command, withSymbols);
    }

    /** The file to write, null for stdout. */
    Path file() {
        return file.getValue();
    }

    /** Calls {@code each} for each report, and {@code last} after all were read. */
    int run(BiConsumer<Report, Output> each, Consumer<Output> last) {
        return run(InputReader.OF_EVERYTHING, each, (inputs, output) -> last.accept(output));
    }

    /** Calls {@code each} for each report, and {@code last} with the inputs after all were read. */
    int run(InputReader reader, BiConsumer<Report, Output> each, BiConsumer<RunInputs, Output> last) {
        var inputs = input.inputs(command.streams);
        input.requireOther(inputs, file());
        try (var output = Output.of(file(), command.streams)) {
            var run = new ReportHandler(report -> each.accept(report, output), command.streams);
            try {
                inputs.read(reader, run);
                last.accept(run.inputs(), output);
                output.commit();
            } catch (OutputException e) {
                if (!e.closedPipe()) {
                    throw e;
                }
            }
            return run.status();
        }
    }
}
