package org.unsplat.cli;

import java.util.List;
import java.util.function.Function;
import org.unsplat.model.Report;
import org.unsplat.render.SafeText;
import org.unsplat.render.clean.KernelTextWriter;
import org.unsplat.render.clean.TrimmedText;
import org.unsplat.scan.Kinds;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat clean}: prints reports as the kernel printed them. */
final class CleanCommand extends Command {

    private boolean first = true;

    private final OptionSpec trim = flag(
            "--trim",
            "Trim for a commit message: no rulers, offsets, addresses of locks, registers,"
                    + " module lists, '?' frames, or frames of lockdep and KCSAN.");

    private final ReportOutput reports = new ReportOutput(this);

    CleanCommand(Streams streams) {
        super(
                streams,
                "clean",
                "The canonical kernel text of every report: prefixes, quoting, wrapping and other tasks' lines gone.",
                """
                Exit status:
                  0  done, whether or not there were reports
                  2  usage error, unreadable input, or unwritable output

                Examples:
                  unsplat clean mail.txt
                  unsplat clean --trim console.log
                  unsplat parse console.log | unsplat clean -
                """);
    }

    @Override
    public Integer call() {
        boolean trimmed = trim.getValue();
        Function<Report, List<String>> lines =
                trimmed ? new TrimmedText(Kinds.all())::lines : new KernelTextWriter(Kinds.all())::lines;
        return reports.run((report, output) -> write(lines.apply(report), output), output -> {});
    }

    /** Whether it prints to a terminal, where text must be safe. A file or a pipe gets text that parses to the same report. */
    private boolean isShown() {
        return reports.file() == null && streams.terminal().out();
    }

    private void write(List<String> lines, Output output) {
        var shown = isShown() ? lines.stream().map(SafeText::of).toList() : lines;
        output.text((first ? "" : "\n") + String.join("\n", shown) + "\n");
        first = false;
    }
}
