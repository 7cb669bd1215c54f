package org.unsplat.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.unsplat.render.DifferenceText;
import org.unsplat.triage.Groups;
import org.unsplat.triage.RunDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code unsplat diff}: what is new, gone and the same in another run. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Two runs: the bugs that are new, gone, and the same, with their counts.",
        footer = {"", "Exit status:",
            "  0  done, whether or not they differ",
            "  1  with --fail-on-new: something is new",
            "  2  usage error, unreadable input, or unwritable output",
            "", "Examples:",
            "  unsplat diff before.log after.log",
            "  unsplat diff --fail-on-new --format json parent.jsonl commit.jsonl"})
final class DiffCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "OLD", description = {
        "The older run: a log, the output of parse, a directory of these, or - for stdin."})
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer one.")
    private String after;

    @Option(names = "--format", paramLabel = "FORM", converter = FormConverter.class, defaultValue = "text",
            description = "text: a table (default); json: a document.")
    private Form form;

    @Option(names = "--fail-on-new", description = "Exit with 1 where something is new.")
    private boolean failOnNew;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var old = new Groups();
        var now = new Groups();
        if (!read(before, old) | !read(after, now)) {
            return Exit.FAILED;
        }
        var difference = RunDifference.of(old, now);
        try (var output = Output.stdout(streams.out())) {
            if (form == Form.JSON) {
                DifferenceText.writeJson(difference, Version.number(), output);
            } else {
                output.text(String.join("\n", DifferenceText.lines(difference)) + "\n");
            }
            output.commit();
        } catch (OutputFailed e) {
            if (!e.closedPipe()) {
                throw e;
            }
        }
        return failOnNew && !difference.added().isEmpty() ? Exit.NEW_FOUND : Exit.DONE;
    }

    /** Whether all of it could be read; else there is nothing to compare. */
    private boolean read(String operand, Groups groups) {
        var run = new ReportRun(groups::add, streams.err());
        new Inputs(List.of(operand), streams).visit(run);
        return run.status() == Exit.DONE;
    }

    private enum Form {
        TEXT, JSON
    }

    /** Takes the names as users write them. */
    static final class FormConverter implements ITypeConverter<Form> {

        @Override
        public Form convert(String value) {
            return switch (value) {
                case "text" -> Form.TEXT;
                case "json" -> Form.JSON;
                default -> throw new TypeConversionException("expected text or json, found '" + value + "'");
            };
        }
    }
}
