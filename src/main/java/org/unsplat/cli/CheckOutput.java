package org.unsplat.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.unsplat.render.SafeText;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.render.ci.CheckTable;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.triage.CheckResult;

/** Writes the result of a check: the table and the screens of new bugs on stdout, and each selected format. */
final class CheckOutput {

    /** The largest number of screens; nobody reads more in the log of a CI. */
    private static final int SCREENS = 10;

    private static final int LINES = 200;

    private final Streams streams;
    private final CheckResult result;
    private final int width;
    private boolean failed;

    /** @param width the number of columns of the printed text */
    CheckOutput(Streams streams, CheckResult result, int width) {
        this.streams = streams;
        this.result = result;
        this.width = width;
    }

    /**
     * Writes all formats, even if one of them fails.
     *
     * @param files the file of each format, null for formats that are printed
     * @return whether all were written
     */
    boolean write(Map<CheckFormat, Path> files) {
        files.forEach((format, file) -> {
            if (file != null) {
                write(format, file);
            }
        });
        try (var output = Output.stdout(streams.out())) {
            print(output);
            files.keySet().stream()
                    .filter(CheckFormat::isPrinted)
                    .forEach(format -> format.write(result, Version.number(), output));
            output.commit();
        } catch (OutputException e) {
            if (!e.closedPipe()) {
                fail(e);
            }
        }
        return !failed;
    }

    private void print(Output output) {
        var table = CheckTable.lines(result, width);
        table.forEach(line -> output.text(line + "\n"));
        screens(output);
        output.text(table.isEmpty() ? "" : "\n");
        CheckTable.summary(result).forEach(line -> output.text(line + "\n"));
    }

    /** Prints the screens of the first new bugs, because the log of a CI is read from its top. */
    private void screens(Output output) {
        var unexpected = result.comparison().unexpected();
        var writer = new ScreenWriter(width, false, false);
        var shown = 0;
        var lines = 0;
        for (var finding : unexpected) {
            var screen =
                    writer.text(finding.group()).lines().map(SafeText::inLog).toList();
            lines += screen.size();
            if (shown == SCREENS || shown > 0 && lines > LINES) {
                output.text("\n" + (unexpected.size() - shown) + " more: unsplat show --group has their screens\n");
                return;
            }
            output.text("\n" + String.join("\n", screen) + "\n");
            shown++;
        }
    }

    private void write(CheckFormat format, Path file) {
        try {
            var before = before(file);
            try (var output = Output.file(file)) {
                output.write(before);
                var stream = new BufferedOutputStream(output);
                format.write(result, Version.number(), stream);
                flush(stream);
                output.commit();
            }
        } catch (CommandException | OutputException e) {
            fail(e);
        }
    }

    private static void flush(OutputStream stream) {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Cannot happen: the stream below throws exceptions of its own
        }
    }

    /** The previous content of GitHub's step summary, which earlier tools wrote. */
    private byte[] before(Path file) {
        var summary = streams.terminal().environment().get("GITHUB_STEP_SUMMARY");
        try {
            return file.toString().equals(summary) && Files.isRegularFile(file)
                    ? Files.readAllBytes(file)
                    : new byte[0];
        } catch (IOException e) {
            throw new CommandException(
                    file + ": cannot be read, so nothing was added: " + IoErrors.of(e) + ": give another file");
        }
    }

    private void fail(RuntimeException e) {
        failed = true;
        streams.tell(e.getMessage());
    }
}
