package org.unsplat.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for the fish shell: each command with its header, each option with its description. */
final class FishCompletion {

    private final CommandSpec program;

    FishCompletion(CommandSpec program) {
        this.program = program;
    }

    String text() {
        var text = new StringBuilder("# fish completions for " + program.name() + "\n");
        program.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> text.append(line("__fish_use_subcommand", option)));
        for (var command : program.subcommands().values()) {
            var spec = command.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            text.append("complete -c ")
                    .append(program.name())
                    .append(" -n __fish_use_subcommand -f -a ")
                    .append(spec.name())
                    .append(" -d ")
                    .append(quoted(String.join(" ", spec.usageMessage().header())))
                    .append('\n');
            spec.options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> text.append(line("__fish_seen_subcommand_from " + spec.name(), option)));
        }
        return text.toString();
    }

    private String line(String when, OptionSpec option) {
        var line = new StringBuilder("complete -c " + program.name() + " -n " + quoted(when));
        for (var name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(takesFile(option) ? " -r" : " -x").append(values(option));
        }
        return line.append(" -d ")
                .append(quoted(plain(String.join(" ", option.description()))))
                .append('\n')
                .toString();
    }

    private static boolean takesFile(OptionSpec option) {
        return Path.class.equals(option.type());
    }

    private static String values(OptionSpec option) {
        return option.completionCandidates() == null
                ? ""
                : " -a " + quoted(String.join(" ", option.completionCandidates()));
    }

    /** The text without picocli's markup. */
    static String plain(String text) {
        return CommandLine.Help.Ansi.OFF.string(text).replace("%n", " ").replace("%%", "%");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
