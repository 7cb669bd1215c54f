package org.unsplat.cli;

import java.nio.file.Path;
import org.unsplat.render.html.CheckPage;
import org.unsplat.render.html.HtmlPage;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.OptionSpec;

/** The form of {@code check} that is a page. */
final class HtmlOptions {

    private final OptionSpec file;
    private final SourceUrlOption source;

    HtmlOptions(Command command) {
        file = command.option(
                OptionSpec.builder("--html").paramLabel("FILE").type(Path.class).description(CheckPage.HELP + "."));
        source = new SourceUrlOption(command, "--html FILE");
    }

    /** Null where it was not asked for. */
    Path file() {
        return file.getValue();
    }

    /** Of what was given; a usage error where that does not fit together. Null where it was not asked for. */
    CheckPage format() {
        var links = source.links(file() != null);
        return file() == null ? null : new CheckPage(new HtmlPage(Kinds.all(), links));
    }
}
