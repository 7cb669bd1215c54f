package org.unsplat.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.OptionSpec;

/** The option that selects kinds. */
final class KindOptions {

    private final Command command;
    private final OptionSpec chosen;

    KindOptions(Command command) {
        this.command = command;
        this.chosen = command.option(Command.list(
                        "--kind",
                        "KIND",
                        String.class,
                        "Select these kinds, or a family: kcsan, lockdep. \"unsplat kinds\" lists them.")
                .splitRegex(",")
                .completionCandidates(KindOptions::candidates));
    }

    private static Iterator<String> candidates() {
        return Stream.concat(Stream.of("kcsan", "lockdep"), Kinds.slugs().stream())
                .iterator();
    }

    OptionSpec option() {
        return chosen;
    }

    /** Whether reports of this kind are selected. */
    boolean include(String kind) {
        return chosen().isEmpty() || chosen().stream().anyMatch(choice -> matches(kind, choice));
    }

    /** The selected known kinds in the program's order; a usage error for an unknown one. */
    List<String> kinds() {
        requireKnown();
        return Kinds.slugs().stream().filter(this::include).toList();
    }

    /** Throws a usage error for an unknown kind. */
    void requireKnown() {
        for (var choice : chosen()) {
            if (Kinds.slugs().stream().noneMatch(kind -> matches(kind, choice))) {
                throw command.usageError("unknown kind '" + choice
                        + "': expected kcsan, lockdep, or a kind of those that \"unsplat kinds\" lists");
            }
        }
    }

    private List<String> chosen() {
        return chosen.getValue();
    }

    private static boolean matches(String kind, String choice) {
        return kind.equals(choice) || !choice.contains("-") && kind.startsWith(choice + "-");
    }
}
