package org.unsplat.cli;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.ReportKind;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The choice of kinds. */
final class KindOptions {

    @Option(names = "--kind", paramLabel = "KIND", split = ",", description = {
        "Look at these kinds only, or at a family: kcsan, lockdep. \"unsplat kinds\" lists them."})
    private final List<String> chosen = new ArrayList<>();

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Whether to look at reports of that kind. */
    boolean include(String kind) {
        return chosen.isEmpty() || chosen.stream().anyMatch(choice -> matches(kind, choice));
    }

    /** The kinds that we know and look at, in the program's order. */
    List<String> kinds() {
        var all = Kinds.all().stream().map(ReportKind::slug).distinct().toList();
        for (var choice : chosen) {
            if (all.stream().noneMatch(kind -> matches(kind, choice))) {
                throw new ParameterException(command.commandLine(), "unknown kind '" + choice
                        + "': expected kcsan, lockdep, or a kind of those that \"unsplat kinds\" lists");
            }
        }
        return all.stream().filter(this::include).toList();
    }

    private static boolean matches(String kind, String choice) {
        return kind.equals(choice) || !choice.contains("-") && kind.startsWith(choice + "-");
    }
}
