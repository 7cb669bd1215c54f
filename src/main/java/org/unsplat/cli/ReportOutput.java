package org.unsplat.cli;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.unsplat.model.Report;
import org.unsplat.triage.RunInputs;

/** Runs a command that reads reports and writes text. */
final class ReportOutput {

    private ReportOutput() {}

    /** Calls {@code each} for each report. */
    static int run(InputOptions input, Streams streams, Path file, BiConsumer<Report, Output> each) {
        return run(input, streams, file, each, output -> {});
    }

    /** Calls {@code each} for each report, and {@code last} after all were read. */
    static int run(
            InputOptions input, Streams streams, Path file, BiConsumer<Report, Output> each, Consumer<Output> last) {
        return run(input, streams, file, InputReader.OF_EVERYTHING, each, (inputs, output) -> last.accept(output));
    }

    /** Calls {@code each} for each report, and {@code last} with the inputs after all were read. */
    static int run(
            InputOptions input,
            Streams streams,
            Path file,
            InputReader reader,
            BiConsumer<Report, Output> each,
            BiConsumer<RunInputs, Output> last) {
        var inputs = input.inputs(streams);
        input.requireOther(inputs, file);
        try (var output = Output.of(file, streams)) {
            var run = new ReportHandler(report -> each.accept(report, output), streams);
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
