package org.unsplat.cli;

import java.util.regex.PatternSyntaxException;
import org.unsplat.scan.LinePattern;
import picocli.CommandLine.Model.OptionSpec;

/** The option for what a line of each log must match, to show that the run got that far. */
final class RequireOption {

    private final Command command;
    private final OptionSpec option;

    /** @param otherwise the consequence for an input without such a line, for the help */
    RequireOption(Command command, String otherwise) {
        this.command = command;
        this.option = command.option(
                "--require",
                "REGEX",
                String.class,
                "A line of each log must match this Java regular expression, such as \"login:\"; " + otherwise);
    }

    /** The pattern, null if it was not given. */
    LinePattern pattern() {
        String regex = option.getValue();
        try {
            return regex == null ? null : new LinePattern(regex);
        } catch (PatternSyntaxException e) {
            throw command.usageError("--require: " + e.getDescription() + " at position " + (e.getIndex() + 1) + " of '"
                    + e.getPattern() + "'");
        }
    }
}
