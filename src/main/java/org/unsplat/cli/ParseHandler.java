package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.json.ReportSink;

/** Passes results on to a sink, and prints diagnostics on stderr too. */
final class ParseHandler implements InputHandler {

    private final ReportSink sink;
    private final DiagnosticPrinter printer;
    private boolean failed;
    private boolean unread;

    ParseHandler(ReportSink sink, Streams streams) {
        this.sink = sink;
        this.printer = new DiagnosticPrinter(streams);
    }

    @Override
    public void report(Report report) {
        sink.report(report);
    }

    @Override
    public void input(InputInfo input) {
        sink.input(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        failed |= diagnostic.level().equals("error");
        unread |= diagnostic.tellsOfUnread() || diagnostic.tellsOfUnusedSymbols();
        printer.print(diagnostic);
        sink.diagnostic(diagnostic);
    }

    @Override
    public void finish() {
        printer.printCounts();
    }

    /** The exit status so far. */
    int status(boolean strict) {
        if (failed) {
            return Exit.FAILED;
        }
        return strict && (unread || !sink.summary().understood()) ? Exit.NOT_UNDERSTOOD : Exit.DONE;
    }
}
