package org.unsplat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.unsplat.Reports;
import org.unsplat.model.Report;
import org.unsplat.render.KernelTextWriter;
import org.unsplat.render.TrimmedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unsplat clean}: reports as the kernel printed them. */
@Command(name = "clean", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "The canonical kernel text of every report: prefixes, quoting, wrapping and other tasks' lines gone.",
        footer = {"", "Exit status:",
            "  0  done, whether or not there were reports",
            "  2  usage error, or an input could not be read, or the output could not be written",
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

    private void write(List<String> lines, Output output) {
        output.text((first ? "" : "\n") + String.join("\n", lines) + "\n");
        first = false;
    }
}
