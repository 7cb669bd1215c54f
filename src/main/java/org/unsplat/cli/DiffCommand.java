package org.unsplat.cli;

import java.util.List;
import org.unsplat.render.ci.DifferenceText;
import org.unsplat.triage.Groups;
import org.unsplat.triage.RunDifference;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code unsplat diff}: the bugs that are new, gone and the same in another run. */
final class DiffCommand extends Command {

    private final PositionalParamSpec before = operand(
            0, "OLD", String.class, "The older run: a log, the output of parse, a directory of these, or - for stdin.");
    private final PositionalParamSpec after = operand(1, "NEW", String.class, "The newer one.");

    private final OptionSpec form = option("--format", "FORM", Form.text, "text: a table (default); json: a document.");

    private final OptionSpec failOnNew = flag("--fail-on-new", "Exit with 1 if a bug is new.");

    private final SelectionOptions selection = new SelectionOptions(this);

    private final SymbolOptions symbols = new SymbolOptions(this);

    private final JobsOption jobs = new JobsOption(this);

    DiffCommand(Streams streams) {
        super(streams, "diff", "Two runs: the bugs that are new, gone, and the same, with their counts.", """
                Exit status:
                  0  done, whether or not they differ
                  1  with --fail-on-new: something is new
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat diff before.log after.log
                  unsplat diff --fail-on-new --format json parent.jsonl commit.jsonl
                """);
    }

    @Override
    public Integer call() {
        if (before.getValue().equals("-") && after.getValue().equals("-")) {
            throw usageError("OLD and NEW are both stdin, which can be read but once: give a file for one of them");
        }
        var old = new Groups();
        var now = new Groups();
        var older = new ReportHandler(old::add, streams);
        var newer = new ReportHandler(now::add, streams);
        selection.tellIfNone(List.of(read(before.getValue(), older), read(after.getValue(), newer)), streams);
        if (older.status() != Exit.DONE || newer.status() != Exit.DONE) {
            return Exit.FAILED;
        }
        var difference = RunDifference.of(old, now);
        try (var output = Output.stdout(streams.out())) {
            if (form.getValue() == Form.json) {
                DifferenceText.writeJson(difference, Version.number(), output);
            } else {
                output.text(String.join(
                                "\n",
                                DifferenceText.lines(
                                        difference,
                                        older.inputs().logsWithLockdepOff(),
                                        newer.inputs().logsWithLockdepOff(),
                                        streams.terminal().width()))
                        + "\n");
            }
            output.commit();
        } catch (OutputException e) {
            if (!e.closedPipe()) {
                throw e;
            }
        }
        boolean fails = failOnNew.getValue();
        return fails && !difference.added().isEmpty() ? Exit.NEW_FOUND : Exit.DONE;
    }

    private SelectedReports read(String operand, ReportHandler run) {
        return new Inputs(List.of(operand), selection, symbols, jobs.count(), streams)
                .select(InputReader.OF_EVERYTHING, run);
    }

    /** The constants are named as users write them. */
    private enum Form {
        text,
        json
    }
}
