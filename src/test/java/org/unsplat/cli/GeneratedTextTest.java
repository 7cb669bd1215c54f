package org.unsplat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Man pages and completions, of made-up commands: man(7), groff_char(7) and fish's complete(1). */
class GeneratedTextTest {

    private static CommandSpec command() {
        var spec = CommandSpec.create().name("play");
        spec.usageMessage()
                .header("Plays.")
                .description("Plays with 'it',", "100%% of it.%nAgain.")
                .footer("", "Exit status:", "  0  it played", "See the manual.", "Examples:", "  play -x it");
        spec.addOption(OptionSpec.builder("-x", "--extra")
                .description("It's @|bold more|@, \\o/.")
                .build());
        spec.addOption(OptionSpec.builder("--to")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Where to.")
                .build());
        spec.addOption(OptionSpec.builder("--when")
                .paramLabel("WHEN")
                .type(String.class)
                .completionCandidates(List.of("now", "never"))
                .description(".When.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("TOY...")
                .type(String.class)
                .description("'The' toys.")
                .build());
        return spec;
    }

    private static CommandSpec program() {
        var program = CommandSpec.create().name("toys");
        program.usageMessage().header("Toys.");
        program.addOption(OptionSpec.builder("-V").description("Version.").build());
        program.addSubcommand("play", command());
        var hidden = CommandSpec.create().name("hide");
        hidden.usageMessage().hidden(true).header("Hides.");
        program.addSubcommand("hide", hidden);
        return program;
    }

    @Test
    void thePageOfACommand() {
        var program = new CommandLine(program());
        var page = new ManPage(program.getSubcommands().get("play").getCommandSpec()).text();
        assertEquals("""
                .TH "TOYS-PLAY" 1 "" "unsplat VERSION"
                .SH "NAME"
                toys\\-play \\- Plays.
                .SH "SYNOPSIS"
                .B toys play
                [OPTION]... TOY...
                .SH "DESCRIPTION"
                Plays with 'it', 100% of it. Again.
                .SH "OPTIONS"
                .TP
                .B TOY...
                \\&'The' toys.
                .TP
                .B \\-x, \\-\\-extra
                It's more, \\eo/.
                .TP
                .B \\-\\-to FILE
                Where to.
                .TP
                .B \\-\\-when WHEN
                \\&.When.
                .SH "EXIT STATUS"
                .br
                \\ \\ 0  it played
                .SH "NOTES"
                See the manual.
                .SH "EXAMPLES"
                .br
                \\ \\ play \\-x it
                """, page.replaceFirst("unsplat [0-9.]+", "unsplat VERSION"));
    }

    @Test
    void thePageOfAProgramListsItsCommands() {
        var page = new ManPage(program()).text();
        assertEquals("""
                .SH "SYNOPSIS"
                .B toys
                COMMAND [OPTION]... [FILE|DIR|\\-]...
                .SH "OPTIONS"
                .TP
                .B \\-V
                Version.
                .SH "COMMANDS"
                .TP
                .B toys\\-play(1)
                Plays.
                """, page.substring(page.indexOf(".SH \"SYNOPSIS\"")));
    }

    @Test
    void fishCompletesCommandsAndTheirOptions() {
        var program = program();
        var secret =
                OptionSpec.builder("--secret").hidden(true).description("None.").build();
        program.addOption(secret);
        program.subcommands().get("play").getCommandSpec().addOption(secret);
        assertEquals("""
                # fish completions for toys
                complete -c toys -n '__fish_use_subcommand' -s V -d 'Version.'
                complete -c toys -n __fish_use_subcommand -f -a play -d 'Plays.'
                complete -c toys -n '__fish_seen_subcommand_from play' -s x -l extra -d 'It\\'s more, \\\\o/.'
                complete -c toys -n '__fish_seen_subcommand_from play' -l to -r -d 'Where to.'
                complete -c toys -n '__fish_seen_subcommand_from play' -l when -x -a 'now never' -d '.When.'
                """, new FishCompletion(program).text());
    }
}
