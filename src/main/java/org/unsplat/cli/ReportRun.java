package org.unsplat.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.unsplat.Scan;
import org.unsplat.input.Source;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.JsonReader;
import org.unsplat.render.MalformedJson;

/** Takes the reports of one input after the other, be it a log or the output of {@code parse}. */
final class ReportRun implements Inputs.Visitor {

    private static final Pattern PARSED = Pattern.compile(
            "\\s*\\{\\s*\"(?:schema_version|type\"\\s*:\\s*\"(?:input|report|diagnostic|summary)\"|id\"\\s*:\\s*\"r\\d+\").*",
            Pattern.DOTALL);
    private final Consumer<Report> taker;
    private final PrintStream err;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<InputInfo> inputs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    ReportRun(Consumer<Report> taker, PrintStream err) {
        this.taker = taker;
        this.err = err;
    }

    @Override
    public void input(Source source) {
        try {
            if (PARSED.matcher(source.start()).matches()) {
                parsed(new JsonReader(source.stream(), source.name()));
            } else {
                scanned(new Scan(source, numbers::incrementAndGet, false));
            }
            if (source.failure() != null) {
                fail(source.name() + ": was read up to line " + source.lines() + ": " + source.failure()
                        + ": get a whole copy of it");
            }
        } catch (OutputFailed e) {
            throw e;
        } catch (MalformedJson e) {
            fail(e.getMessage());
        } catch (UncheckedIOException e) {
            unreadable(source.name(), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            fail(source.name() + ": internal error: " + e + ": please report it, with the input");
        }
    }

    private void parsed(JsonReader reader) {
        try {
            reader.forEachRemaining(taker);
        } finally {
            inputs.addAll(reader.inputs());
        }
        reader.diagnostics().stream().filter(diagnostic -> diagnostic.level().equals("error"))
                .forEach(diagnostic -> fail(diagnostic.message()));
    }

    private void scanned(Scan scan) {
        try {
            scan.forEachRemaining(taker);
            scan.failures().forEach(failure -> fail(failure.message()));
            scan.limits().forEach(limit -> err.println("unsplat: " + limit.message()));
        } finally {
            inputs.add(scan.info());
        }
    }

    @Override
    public void unreadable(String name, IOException reason) {
        fail(name + ": cannot be read: " + IoReason.of(reason) + ": " + IoReason.remedy(reason));
    }

    private void fail(String message) {
        failures.add(message);
        err.println("unsplat: " + message);
    }

    /** The exit status so far. */
    int status() {
        return failures.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    /** What was read so far. */
    List<InputInfo> inputs() {
        return inputs;
    }

    /** What could not be read so far, in words. */
    List<String> failures() {
        return failures;
    }
}
