package org.unsplat.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.unsplat.render.BaselineJson;
import org.unsplat.render.MalformedBaseline;
import org.unsplat.triage.Baseline;

/** The file that holds the baseline. What cannot be read ends the command: it must not pass for an empty one. */
record BaselineFile(Path path) {

    /**
     * @param mayBeNew whether a missing one knows of nothing
     * @param err takes warnings
     */
    Baseline read(boolean mayBeNew, PrintStream err) {
        try (var stream = Files.newInputStream(path)) {
            return new BaselineJson(path.toString(), warning -> err.println("unsplat: " + warning)).read(stream);
        } catch (NoSuchFileException e) {
            if (mayBeNew) {
                return Baseline.EMPTY;
            }
            throw new Failure(path + ": cannot be read: " + IoReason.of(e) + ": write one with --write-baseline");
        } catch (IOException e) {
            throw new Failure(path + ": cannot be read: " + IoReason.of(e) + ": give the name of a baseline");
        } catch (UncheckedIOException e) {
            throw new Failure(path + ": cannot be read: " + IoReason.of(e.getCause()) + ": give the name of a baseline");
        } catch (MalformedBaseline e) {
            throw new Failure(e.getMessage());
        }
    }

    void write(Baseline baseline) {
        try (var output = Output.file(path)) {
            BaselineJson.write(baseline, output);
            output.commit();
        }
    }
}
