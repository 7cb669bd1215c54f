package org.unsplat.cli;

import java.nio.file.Path;
import org.unsplat.render.html.HtmlPage;
import org.unsplat.render.html.PageContent;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.render.show.SourceText;
import org.unsplat.scan.Kinds;
import org.unsplat.triage.Groups;
import org.unsplat.triage.ReportCounts;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat show}: prints one screen for each report. */
final class ShowCommand extends Command {

    /** From this number of screens of one bug on, {@code --group} is suggested. */
    private static final int REPEATED = 5;

    private boolean first = true;

    private final OptionSpec verbose = option(OptionSpec.builder("-v", "--verbose")
            .type(boolean.class)
            .defaultValue("false")
            .description("Show all stacks, locks and tasks."));

    /** The formats of {@code show}. The constants are named as users write them. */
    enum Form {
        text,
        html
    }

    private final OptionSpec format = option(
            "--format",
            "FORM",
            Form.text,
            "text: screens (default); html: one page with all bugs, which needs no other file.");

    private final SourceUrlOption sourceUrl = new SourceUrlOption(this, "--format html");

    private final OptionSpec group = flag("--group", "One screen for each bug, with its count and places.");

    private final OptionSpec color = option("--color", "WHEN", ColorChoice.auto, "auto (default), always or never.");

    private final WidthOption width = new WidthOption(this, "screen");

    private final OptionSpec source = option(
            "--source",
            "DIR",
            Path.class,
            "Show the source lines of the accesses, or where the locks were taken, from the kernel's source in"
                    + " DIR.");

    private final ReportOutput reports = new ReportOutput(this);

    ShowCommand(Streams streams) {
        super(streams, "show", "One screen per report, for a person.", """
                Colours are used on a terminal, unless NO_COLOR is set. The width is that of
                the terminal or of COLUMNS, else 80.

                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat show console.log
                  unsplat show --group logs/
                  unsplat show --vmlinux vmlinux --debug-dir . --source . console.log
                  dmesg | unsplat show --color always --width $COLUMNS | less -R
                  unsplat parse logs/ | unsplat show -
                  unsplat show --format html -o report.html logs/
                """);
    }

    @Override
    public Integer call() {
        boolean isPage = format.getValue() == Form.html;
        var links = sourceUrl.links(isPage);
        if (isPage) {
            return page(new HtmlPage(Kinds.all(), links));
        }
        ColorChoice choice = color.getValue();
        var terminal = reports.file() == null ? streams.terminal() : Terminal.NONE;
        Path dir = source.getValue();
        var lines = dir == null ? null : new SourceDir(dir, this);
        var writer = new ScreenWriter(
                width.columns(streams.terminal()),
                choice.of(terminal),
                verbose.getValue(),
                lines == null ? SourceText.NONE : lines);
        boolean groups = group.getValue();
        int status = groups ? groups(writer) : reports(writer);
        var complaint = lines == null ? null : lines.complaint();
        if (complaint != null) {
            streams.tell(complaint);
        }
        return status;
    }

    private int groups(ScreenWriter writer) {
        var groups = new Groups();
        return reports.run(
                (report, output) -> groups.add(report),
                output -> groups.all().forEach(each -> write(writer.text(each), output)));
    }

    private int page(HtmlPage page) {
        var groups = new Groups();
        return reports.run(
                InputReader.OF_EVERYTHING_WITH_TEXT,
                (report, output) -> groups.add(report),
                (inputs, output) -> page.write(PageContent.of(groups, inputs), Version.number(), output));
    }

    private int reports(ScreenWriter writer) {
        var counts = new ReportCounts();
        return reports.run(
                (report, output) -> {
                    counts.add(report);
                    write(writer.text(report), output);
                },
                output -> suggestGroups(counts));
    }

    private void suggestGroups(ReportCounts counts) {
        if (counts.most() >= REPEATED) {
            streams.tell(counts.reports() + " reports of " + counts.bugs() + (counts.bugs() == 1 ? " bug" : " bugs")
                    + ": with --group there is one screen for each bug");
        }
    }

    private void write(String screen, Output output) {
        output.text((first ? "" : "\n\n") + screen);
        first = false;
    }
}
