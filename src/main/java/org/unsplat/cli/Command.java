package org.unsplat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unsplat.triage.IdPrefix;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command with its options. It is built with picocli's API, not annotations, whose reflection costs more than scanning a
 * small log.
 */
abstract class Command implements Callable<Integer> {

    /** The streams of the process. */
    final Streams streams;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** @param footer the help text below the options: exit status, examples */
    Command(Streams streams, String name, String header, String footer) {
        this.streams = streams;
        spec.name(name).versionProvider(new Version());
        spec.usageMessage().sortOptions(false).header(header).footer(("\n" + footer).split("\n"));
    }

    final CommandSpec spec() {
        return spec;
    }

    /** The command with the options that all commands have, ready to be executed. */
    final CommandLine line() {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        return new CommandLine(spec);
    }

    /** Adds an option without a value. */
    final OptionSpec flag(String name, String description) {
        return option(OptionSpec.builder(name)
                .type(boolean.class)
                .defaultValue("false")
                .description(description));
    }

    /** Adds the option for the file that is written instead of stdout. */
    final OptionSpec outputFile() {
        return option(OptionSpec.builder("-o", "--output")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Write to FILE, complete or not at all."));
    }

    /** Adds an option with a value, which is null if it is not given. */
    final OptionSpec option(String name, String label, Class<?> type, String description) {
        return option(OptionSpec.builder(name).paramLabel(label).type(type).description(description));
    }

    /** Adds an option that names a constant, by default this one. */
    final OptionSpec option(String name, String label, Enum<?> otherwise, String description) {
        return option(OptionSpec.builder(name)
                .paramLabel(label)
                .type(otherwise.getDeclaringClass())
                .defaultValue(otherwise.toString())
                .description(description));
    }

    /** An option that may be repeated; its value is a list. */
    static OptionSpec.Builder list(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .initialValue(List.of())
                .description(description);
    }

    /** Adds the operand at this index, which must be given. */
    final PositionalParamSpec operand(int index, String label, Class<?> type, String description) {
        var operand = PositionalParamSpec.builder()
                .index("" + index)
                .arity("1")
                .required(true)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
        spec.addPositional(operand);
        return operand;
    }

    final OptionSpec option(OptionSpec.Builder option) {
        var built = option.build();
        spec.addOption(built);
        return built;
    }

    /** Parses the value of an option {@code --id}; a usage error if it cannot be the beginning of an id. */
    final IdPrefix idPrefix(String given) {
        var prefix = IdPrefix.of(given);
        if (prefix == null) {
            throw usageError("--id: expected the beginning of an id, such as 0d6539a1 or"
                    + " \"site/1 0d6539a1\" in quotes, found '" + given + "'");
        }
        return prefix;
    }

    final ParameterException usageError(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
