package org.unsplat.cli;

import java.util.regex.PatternSyntaxException;
import org.unsplat.scan.LinePattern;
import picocli.CommandLine.Model.OptionSpec;

/** What a line of each input must hold, to show that the run came so far. */
final class RequireOption {

    private final Command command;
    private final OptionSpec option;

    /** @param otherwise what becomes of an input without such a line */
    RequireOption(Command command, String otherwise) {
        this.command = command;
        this.option = command.option(OptionSpec.builder("--require")
                .paramLabel("REGEX")
                .type(String.class)
                .description("A line of each log must hold this regular expression of Java's, such as \"login:\"; "
                        + otherwise));
    }

    /** Null where it was not given. */
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
