package org.unsplat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.unsplat.render.json.BaselineJson;
import org.unsplat.render.json.MalformedBaseline;
import org.unsplat.triage.Baseline;

/** The file of the baseline. An unreadable file ends the command, because it must not be taken for an empty baseline. */
record BaselineFile(Path path) {

    /**
     * @param isWritten whether the file will be rewritten; then a missing file is an empty baseline, and unknown members are
     *         an error, because they would be lost
     * @param streams get the warnings
     */
    Baseline read(boolean isWritten, Streams streams) {
        try (var stream = Files.newInputStream(path)) {
            return new BaselineJson(path.toString(), warning -> warn(warning, isWritten, streams)).read(stream);
        } catch (NoSuchFileException e) {
            if (isWritten) {
                return Baseline.EMPTY;
            }
            throw new CommandException(
                    path + ": cannot be read: " + IoErrors.of(e) + ": write one with --write-baseline");
        } catch (IOException e) {
            throw new CommandException(path + ": cannot be read: " + IoErrors.of(e) + ": give the name of a baseline");
        } catch (UncheckedIOException e) {
            throw new CommandException(
                    path + ": cannot be read: " + IoErrors.of(e.getCause()) + ": give the name of a baseline");
        } catch (MalformedBaseline e) {
            throw new CommandException(e.getMessage());
        }
    }

    private static void warn(String warning, boolean isWritten, Streams streams) {
        if (isWritten) {
            throw new CommandException(warning + "; --write-baseline would lose it: fix or remove it");
        }
        streams.tell(warning);
    }

    void write(Baseline baseline) {
        try (var output = Output.file(path)) {
            BaselineJson.write(baseline, output);
            output.commit();
        }
    }
}
