package org.unsplat.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.RunInputs;

/** Passes on the reports, and collects everything else about the inputs. */
final class ReportHandler implements InputHandler {

    private final Consumer<Report> taker;
    private final DiagnosticPrinter printer;
    private final List<InputInfo> inputs = new ArrayList<>();
    private final Set<String> mails = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    ReportHandler(Consumer<Report> taker, Streams streams) {
        this.taker = taker;
        this.printer = new DiagnosticPrinter(streams);
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
        printer.print(diagnostic);
        if (diagnostic.level().equals("error")) {
            failures.add(diagnostic.message());
        } else if (diagnostic.tellsOfUnread()) {
            warnings.add(diagnostic.message());
        }
    }

    @Override
    public void finish() {
        printer.printCounts();
    }

    /** The exit status so far. */
    int status() {
        return failures.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    RunInputs inputs() {
        return new RunInputs(inputs, mails, failures, warnings);
    }
}
