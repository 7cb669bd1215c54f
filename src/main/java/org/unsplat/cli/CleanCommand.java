package org.unsplat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.unsplat.Reports;
import org.unsplat.model.Report;
import org.unsplat.render.KernelTextWriter;
import org.unsplat.render.SafeText;
import org.unsplat.render.TrimmedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unsplat clean}: reports as the kernel printed them. */
@Command(name = "clean", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "The canonical kernel text of every report: prefixes, quoting, wrapping and other tasks' lines gone.",
        footer = {"", "Exit status:",
            "  0  done, whether or not there were reports",
            "  2  usage error, unreadable input, or unwritable output",
            "", "Examples:",
            "  unsplat clean mail.txt",
            "  unsplat clean --trim console.log",
            "  unsplat parse console.log | unsplat clean -"})
final class CleanCommand implements Callable<Integer> {

    private final Streams streams;
    private boolean first = true;

    @Mixin
    private InputOptions input;

    @Option(names = "--trim", description = "Trim for a commit message: no rulers, offsets, addresses of locks, registers,"
            + " module lists, '?' frames, nor what lockdep and KCSAN did themselves.")
    private boolean trim;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE, complete or not at all.")
    private Path file;

    CleanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return ReportOutput.run(input, streams, file, trim ? writer(new TrimmedText(Reports.kinds())::lines)
                : writer(new KernelTextWriter(Reports.kinds())::lines));
    }

    private BiConsumer<Report, Output> writer(Function<Report, List<String>> lines) {
        return (report, output) -> write(lines.apply(report), output);
    }

    /** On a terminal names are shown safely; a file or a pipe gets what can be parsed to the same report again. */
    private boolean isShown() {
        return file == null && streams.terminal().out();
    }

    private void write(List<String> lines, Output output) {
        var shown = isShown() ? lines.stream().map(SafeText::of).toList() : lines;
        output.text((first ? "" : "\n") + String.join("\n", shown) + "\n");
        first = false;
    }
}
