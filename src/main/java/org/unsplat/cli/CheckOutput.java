package org.unsplat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.unsplat.render.ci.CheckFormat;
import org.unsplat.render.ci.CheckTable;
import org.unsplat.triage.CheckResult;

/** Tells the result of a check: the table on stdout, and each form that was asked for. */
final class CheckOutput {

    private final Streams streams;
    private final CheckResult result;
    private boolean failed;

    CheckOutput(Streams streams, CheckResult result) {
        this.streams = streams;
        this.result = result;
    }

    /**
     * Writes every form, whichever of them fails.
     *
     * @param files where the forms go, null for those that are printed
     */
    boolean write(Map<CheckFormat, Path> files) {
        files.forEach((format, file) -> {
            if (file != null) {
                write(format, file);
            }
        });
        try (var output = Output.stdout(streams.out())) {
            output.text(String.join("\n", CheckTable.lines(result)) + "\n");
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

    private void write(CheckFormat format, Path file) {
        var text = new ByteArrayOutputStream();
        format.write(result, Version.number(), text);
        try {
            var before = before(file);
            try (var output = Output.file(file)) {
                output.write(before);
                output.write(text.toByteArray());
                output.commit();
            }
        } catch (CommandException | OutputException e) {
            fail(e);
        }
    }

    /** GitHub's step summary keeps what earlier tools wrote. */
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
