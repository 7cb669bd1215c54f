package org.unsplat.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The operands of every command that reads logs. */
final class InputOptions {

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR|-", description = {
        "Logs, mails or commit messages, also .gz, .xz and .zst; directories are walked in name order;"
                + " - is stdin, and so is no operand where stdin is not a terminal."})
    private final List<String> operands = new ArrayList<>();

    @Mixin
    private JobsOption jobs;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** The inputs in order; asks for an operand where none was given and somebody sits at the keyboard. */
    Inputs inputs(Streams streams) {
        if (!operands.isEmpty()) {
            return new Inputs(operands, jobs.count(), streams);
        }
        if (streams.interactive()) {
            throw new ParameterException(command.commandLine(),
                    "nothing to read: give a log file, a directory, or - for stdin");
        }
        return new Inputs(List.of("-"), jobs.count(), streams);
    }
}
