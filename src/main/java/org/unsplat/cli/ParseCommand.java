package org.unsplat.cli;

import org.unsplat.render.csv.CsvRows;
import org.unsplat.render.json.JsonDocument;
import org.unsplat.render.json.JsonLines;
import org.unsplat.render.json.ReportSink;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat parse}: converts reports to JSON or CSV. */
final class ParseCommand extends Command {

    private final OptionSpec format = option(
            "--format",
            "FORM",
            Format.json,
            "json: one document (default); jsonl: one typed line per object, as they are"
                    + " found; csv: a header and a row for each report.");

    private final OptionSpec compact = flag("--compact", "json without indentation.");

    private final OptionSpec noDecoded =
            flag("--no-decoded", "Leave out usage_decoded, the meaning of each usage of a lock.");

    private final OptionSpec file = outputFile();

    private final OptionSpec strict = flag(
            "--strict",
            "Exit with 3 if a report is incomplete or not fully understood, a headline was not read, an input is empty,"
                    + " is an archive, or has no line of a kernel, or symbols could not be used.");

    private final OptionSpec withText = flag("--with-text", "Add to each report its lines as they are in the input.");

    private final InputOptions input = new InputOptions(this);

    ParseCommand(Streams streams) {
        super(streams, "parse", "Every KCSAN and lockdep report in the input, as JSON.", """
                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output
                  3  with --strict: a report is incomplete or not fully understood,
                     a headline within a line was not read, an input is empty, is an
                     archive, or has no line of a kernel, or symbols could not be used

                Examples:
                  unsplat parse console.log
                  unsplat parse --format jsonl -o reports.jsonl logs/
                  unsplat parse --format csv logs/ > reports.csv
                  dmesg | unsplat parse --strict -
                  unsplat parse --vmlinux vmlinux --debug-dir modules/ console.log
                """);
    }

    @Override
    public Integer call() {
        var inputs = input.inputs(streams);
        input.requireOther(inputs, file.getValue());
        try (var output = Output.of(file.getValue(), streams);
                var sink = new BackgroundSink(sink(output), inputs.jobs())) {
            var run = new ParseHandler(sink, streams);
            try {
                inputs.read(InputReader.ofLogs(withText.getValue()), run);
                sink.finish();
                output.commit();
            } catch (OutputException e) {
                if (!e.closedPipe()) {
                    throw e;
                }
            }
            return run.status(strict.getValue());
        }
    }

    private ReportSink sink(Output output) {
        var version = Version.number();
        boolean dense = compact.getValue();
        boolean brief = noDecoded.getValue();
        Format form = format.getValue();
        return switch (form) {
            case jsonl -> new JsonLines(output, !brief);
            case csv -> new CsvRows(output);
            case json ->
                dense ? JsonDocument.compact(output, version, !brief) : JsonDocument.indented(output, version, !brief);
        };
    }
}
