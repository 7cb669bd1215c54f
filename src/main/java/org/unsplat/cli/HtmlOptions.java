package org.unsplat.cli;

import java.nio.file.Path;
import org.unsplat.render.html.CheckPage;
import org.unsplat.render.html.HtmlPage;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code check} for the HTML page. */
final class HtmlOptions {

    private final OptionSpec file;
    private final SourceUrlOption source;

    HtmlOptions(Command command) {
        file = command.option("--html", "FILE", Path.class, CheckPage.HELP + ".");
        source = new SourceUrlOption(command, "--html FILE");
    }

    /** The file, null if the page was not asked for. */
    Path file() {
        return file.getValue();
    }

    /** The page as a format, null if it was not asked for; a usage error if the options do not fit together. */
    CheckPage format(boolean hasBaseline) {
        var links = source.links(file() != null);
        return file() == null ? null : new CheckPage(new HtmlPage(Kinds.all(), links), hasBaseline);
    }
}
