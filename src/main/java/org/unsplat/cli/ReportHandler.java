package org.unsplat.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** Hands on the reports that are found, and keeps what else is told of the inputs. */
final class ReportHandler implements InputHandler {

    private final Consumer<Report> taker;
    private final Streams streams;
    private final List<InputInfo> inputs = new ArrayList<>();
    private final Set<String> mails = new HashSet<>();
    private final List<String> failures = new ArrayList<>();

    ReportHandler(Consumer<Report> taker, Streams streams) {
        this.taker = taker;
        this.streams = streams;
    }

    @Override
    public void report(Report report) {
        if (report.origin() != null) {
            mails.add(report.where().input());
        }
        taker.accept(report);
    }

    @Override
    public void input(InputInfo input) {
        inputs.add(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        streams.tell(diagnostic.message());
        if (diagnostic.level().equals("error")) {
            failures.add(diagnostic.message());
        }
    }

    /** The exit status so far. */
    int status() {
        return failures.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    /** What was read so far. */
    List<InputInfo> inputs() {
        return inputs;
    }

    /** The inputs with a report that stands in a mail or a commit. */
    Set<String> mails() {
        return mails;
    }

    /** The inputs in which lockdep switched itself off, but for mails: what it did there is of another run. */
    List<InputInfo> lockdepOffLogs() {
        return inputs.stream()
                .filter(input -> input.lockdepOff() != null && !mails.contains(input.name()))
                .toList();
    }

    /** What could not be read so far, in words. */
    List<String> failures() {
        return failures;
    }
}
