package org.unsplat.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The operands and options of all commands that read logs: inputs, selection of reports, symbols, number of jobs. */
final class InputOptions {

    private final Command command;
    private final SelectionOptions selection;
    private final SymbolOptions symbols;
    private final JobsOption jobs;
    private final PositionalParamSpec operands = PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel("[FILE|DIR|-]...")
            .hideParamSyntax(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Logs, mails or commit messages, also .gz, .xz, .zst, .bz2 and .lz4, .zip and .tar;"
                    + " directories are walked in name order;"
                    + " - is stdin, the default if stdin is not a terminal.")
            .build();

    InputOptions(Command command) {
        this(command, true);
    }

    /** @param withSymbols whether there are options for debug files of the kernel */
    InputOptions(Command command, boolean withSymbols) {
        this.command = command;
        this.selection = new SelectionOptions(command);
        this.symbols = withSymbols ? new SymbolOptions(command) : null;
        this.jobs = new JobsOption(command);
        command.spec().addPositional(operands);
    }

    /** Throws a usage error if the file to be written is one of the inputs. */
    void requireOther(Inputs inputs, Path file) {
        var files = new OutputFiles(command);
        files.readAsOperands(inputs.operands());
        files.writtenBy("--output", file);
    }

    SelectionOptions selection() {
        return selection;
    }

    /** The inputs in order; a usage error if there is none and stdin is a terminal. */
    Inputs inputs(Streams streams) {
        List<String> given = operands.getValue();
        if (given != null) {
            return new Inputs(given, selection, symbols, jobs.count(), streams);
        }
        if (streams.interactive()) {
            throw command.usageError("nothing to read: give a log file, a directory, or - for stdin");
        }
        return new Inputs(List.of("-"), selection, symbols, jobs.count(), streams);
    }
}
