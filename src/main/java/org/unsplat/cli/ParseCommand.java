package org.unsplat.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unsplat.render.JsonDocument;
import org.unsplat.render.JsonLines;
import org.unsplat.render.ReportSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unsplat parse}: the main job. */
@Command(name = "parse", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Every KCSAN and lockdep report in the input, as JSON.",
        footer = {"", "Exit status:",
            "  0  done, whether or not there were reports",
            "  2  usage error, unreadable input, or unwritable output",
            "  3  with --strict: a report is incomplete or not wholly understood",
            "", "Examples:",
            "  unsplat parse console.log",
            "  unsplat parse --format jsonl -o reports.jsonl logs/",
            "  dmesg | unsplat parse --strict -"})
final class ParseCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private InputOptions input;

    @Option(names = "--format", paramLabel = "FORM", converter = Format.Converter.class, defaultValue = "json",
            description = "json: one document (default); jsonl: one typed line per object, as they are found.")
    private Format format;

    @Option(names = "--compact", description = "json without indentation.")
    private boolean compact;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE, complete or not at all.")
    private Path file;

    @Option(names = "--strict", description = "Exit with 3 where a report is incomplete or not wholly understood.")
    private boolean strict;

    @Option(names = "--with-text", description = "Add to each report its own lines, as they came.")
    private boolean withText;

    ParseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var inputs = input.inputs(streams);
        try (var output = file == null ? Output.stdout(streams.out()) : Output.file(file)) {
            var sink = sink(output);
            var run = new ParseRun(sink, streams.err(), withText);
            try {
                inputs.visit(run);
                sink.finish();
                output.commit();
            } catch (OutputFailed e) {
                if (!e.closedPipe()) {
                    throw e;
                }
            }
            return run.status(strict);
        }
    }

    private ReportSink sink(Output output) {
        if (format == Format.JSONL) {
            return new JsonLines(output);
        }
        var version = Version.number();
        return compact ? JsonDocument.compact(output, version) : JsonDocument.indented(output, version);
    }
}
