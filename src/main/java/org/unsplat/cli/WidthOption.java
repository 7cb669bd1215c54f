package org.unsplat.cli;

import picocli.CommandLine.Model.OptionSpec;

/** The option for the width of printed text. */
final class WidthOption {

    private final Command command;
    private final OptionSpec width;

    WidthOption(Command command, String what) {
        this.command = command;
        width = command.option(
                "--width",
                "COLUMNS",
                Integer.class,
                "Columns of the " + what + ", " + Terminal.NARROWEST + " or more.");
    }

    int columns(Terminal terminal) {
        Integer given = width.getValue();
        if (given != null && given < Terminal.NARROWEST) {
            throw command.usageError("--width: expected " + Terminal.NARROWEST + " or more, found " + given);
        }
        return given == null ? terminal.width() : given;
    }
}
