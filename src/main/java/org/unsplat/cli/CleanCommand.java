package org.unsplat.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.unsplat.demux.DroppedMessages;
import org.unsplat.input.Source;
import org.unsplat.model.Report;
import org.unsplat.render.SafeText;
import org.unsplat.render.trim.KernelTextWriter;
import org.unsplat.render.trim.TrimmedText;
import org.unsplat.scan.Kinds;
import org.unsplat.scan.Scan;
import picocli.CommandLine.Model.OptionSpec;

/** {@code unsplat clean}: reports as the kernel printed them. */
final class CleanCommand extends Command {

    private final Streams streams;
    private boolean first = true;

    private final OptionSpec trim = flag(
            "--trim",
            "Trim for a commit message: no rulers, offsets, addresses of locks, registers,"
                    + " module lists, '?' frames, nor what lockdep and KCSAN did themselves.");

    private final OptionSpec file = outputFile();

    private final InputOptions input = new InputOptions(this);

    CleanCommand(Streams streams) {
        super(
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
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean trimmed = trim.getValue();
        return ReportOutput.run(
                input,
                streams,
                file.getValue(),
                trimmed ? writer(new TrimmedText(Kinds.all())::lines) : writer(CleanCommand::canonical));
    }

    /** Of an incomplete report no text may be left that is read as a complete one: a mark says that lines are lost. */
    private static List<String> canonical(Report report) {
        var lines = new KernelTextWriter(Kinds.all()).lines(report);
        if (report.complete() || !isReadAsComplete(lines)) {
            return lines;
        }
        var marked = new ArrayList<>(lines);
        var last = lines.size() - 1;
        while (last > 1 && (lines.get(last).isBlank() || lines.get(last).startsWith("="))) {
            last--;
        }
        marked.add(last, DroppedMessages.UNCOUNTED);
        return marked;
    }

    private static boolean isReadAsComplete(List<String> lines) {
        var text = String.join("\n", lines) + "\n";
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var scan = new Scan(Source.of(bytes, "canonical text"), false);
        return scan.hasNext() && scan.next().complete();
    }

    private BiConsumer<Report, Output> writer(Function<Report, List<String>> lines) {
        return (report, output) -> write(lines.apply(report), output);
    }

    /** On a terminal names are shown safely; a file or a pipe gets what can be parsed to the same report again. */
    private boolean isShown() {
        return file.getValue() == null && streams.terminal().out();
    }

    private void write(List<String> lines, Output output) {
        var shown = isShown() ? lines.stream().map(SafeText::of).toList() : lines;
        output.text((first ? "" : "\n") + String.join("\n", shown) + "\n");
        first = false;
    }
}
