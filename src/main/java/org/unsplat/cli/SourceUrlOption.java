package org.unsplat.cli;

import org.unsplat.render.html.SourceLinks;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the links of the page to source lines. */
final class SourceUrlOption {

    private final Command command;
    private final String page;
    private final OptionSpec option;

    /** @param page the option that asks for the page, without which this option has no effect */
    SourceUrlOption(Command command, String page) {
        this.command = command;
        this.page = page;
        this.option = command.option(
                "--source-url",
                "URL",
                String.class,
                "For " + page + ": link places in the source to this address, in which {file}, {line} and"
                        + " {kernel} stand for the file, the line, and a tag such as v6.12.");
    }

    /**
     * The links; a usage error if the value is no web address, or if there is no page.
     *
     * @param hasPage whether the page was asked for
     */
    SourceLinks links(boolean hasPage) {
        String url = option.getValue();
        if (url == null) {
            return SourceLinks.NONE;
        }
        if (!hasPage) {
            throw command.usageError("--source-url: also give " + page);
        }
        try {
            return SourceLinks.of(url);
        } catch (IllegalArgumentException e) {
            throw command.usageError("--source-url: " + e.getMessage());
        }
    }
}
