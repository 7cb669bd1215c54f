package org.unsplat.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code unsplat generate}: makes the completions and man pages for packages of the program. */
final class GenerateCommand extends Command {

    /** What can be generated. The constants are named as users write them. */
    enum What {
        bash,
        zsh,
        fish,
        man
    }

    private final CommandLine program;

    private final PositionalParamSpec what = operand(0, "bash|zsh|fish|man", What.class, "What to write.");

    private final OptionSpec command =
            option("--command", "NAME", String.class, "The man page of this command, not of the program.");

    GenerateCommand(Streams streams, CommandLine program) {
        super(streams, "generate", "Writes shell completions and man pages, for those who package unsplat.", """
                Exit status:
                  0  done
                  2  usage error, or the output could not be written

                Examples:
                  unsplat generate bash > /usr/share/bash-completion/completions/unsplat
                  unsplat generate fish > ~/.config/fish/completions/unsplat.fish
                  unsplat generate man --command show > unsplat-show.1
                """);
        spec().usageMessage().hidden(true);
        this.program = program;
    }

    @Override
    public Integer call() {
        What chosen = what.getValue();
        try (var output = Output.stdout(streams.out())) {
            output.text(
                    switch (chosen) {
                        // The script for bash also sets itself up for zsh
                        case bash -> bash();
                        case zsh -> "#compdef unsplat\n" + bash();
                        case fish -> new FishCompletion(program.getCommandSpec()).text();
                        case man -> new ManPage(page().getCommandSpec()).text();
                    });
            output.commit();
        }
        return Exit.DONE;
    }

    /** The completions for bash. Operands are strings in the program, because - is one; for completion they are files. */
    private String bash() {
        for (var each : program.getSubcommands().values()) {
            var spec = each.getCommandSpec();
            for (var operand : List.copyOf(spec.positionalParameters())) {
                if (operand.auxiliaryTypes()[0] == String.class) {
                    spec.remove(operand);
                    spec.addPositional(PositionalParamSpec.builder()
                            .index(operand.index())
                            .type(Path.class)
                            .build());
                }
            }
        }
        return AutoComplete.bash("unsplat", program);
    }

    private CommandLine page() {
        String name = command.getValue();
        if (name == null) {
            return program;
        }
        var found = program.getSubcommands().get(name);
        if (found == null) {
            throw new CommandException("--command: no such command: " + name);
        }
        return found;
    }
}
