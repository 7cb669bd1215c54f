package org.unsplat.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unsplat generate}: what a package of the program brings along, made from the commands themselves. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Version.class, hidden = true,
        header = "Writes shell completions and man pages, for those who package unsplat.",
        footer = {"", "Exit status:", "  0  done", "  2  usage error, or the output could not be written",
            "", "Examples:",
            "  unsplat generate bash > /usr/share/bash-completion/completions/unsplat",
            "  unsplat generate fish > ~/.config/fish/completions/unsplat.fish",
            "  unsplat generate man --command show > unsplat-show.1"})
final class GenerateCommand implements Callable<Integer> {

    /** What there is to generate. The names are those that users write. */
    enum What {
        bash, zsh, fish, man
    }

    private final Streams streams;
    private final CommandLine program;

    @Parameters(paramLabel = "bash|zsh|fish|man", description = "What to write.")
    private What what;

    @Option(names = "--command", paramLabel = "NAME", description = "The man page of this command, not of the program.")
    private String command;

    GenerateCommand(Streams streams, CommandLine program) {
        this.streams = streams;
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var output = Output.stdout(streams.out())) {
            output.text(switch (what) {
                // The script for bash sets itself up for zsh too, where it finds itself there
                case bash -> AutoComplete.bash("unsplat", program);
                case zsh -> "#compdef unsplat\n" + AutoComplete.bash("unsplat", program);
                case fish -> new FishCompletion(program.getCommandSpec()).text();
                case man -> new ManPage(page().getCommandSpec()).text();
            });
            output.commit();
        }
        return Exit.DONE;
    }

    private CommandLine page() {
        if (command == null) {
            return program;
        }
        var found = program.getSubcommands().get(command);
        if (found == null) {
            throw new Failure("--command: no such command: " + command);
        }
        return found;
    }
}
