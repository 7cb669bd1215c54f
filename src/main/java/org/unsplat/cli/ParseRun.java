package org.unsplat.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.unsplat.Scan;
import org.unsplat.input.Source;
import org.unsplat.model.Diagnostic;
import org.unsplat.render.ReportSink;

/** Scans one input after the other into a sink. What fails is a diagnostic there, and a line on stderr. */
final class ParseRun implements Inputs.Visitor {

    private final ReportSink sink;
    private final PrintStream err;
    private final boolean withText;
    private final AtomicInteger numbers = new AtomicInteger();
    private boolean failed;

    ParseRun(ReportSink sink, PrintStream err, boolean withText) {
        this.sink = sink;
        this.err = err;
        this.withText = withText;
    }

    @Override
    @SuppressWarnings("try") // who opened the source closes it: stdin stays open
    public void input(Source source) {
        var scan = new Scan(source, numbers::incrementAndGet, withText);
        try {
            while (scan.hasNext()) {
                sink.report(scan.next());
            }
        } catch (OutputFailed e) {
            throw e;
        } catch (UncheckedIOException e) {
            unreadable(source.name(), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            error("internal-error", source.name(), "internal error: " + e + ": please report it, with the input");
        }
        scan.failures().forEach(this::error);
        scan.limits().forEach(this::tell);
        if (source.failure() != null) {
            error("damaged-input", source.name(), "was read up to line " + source.lines() + ": " + source.failure()
                    + ": get a whole copy of it");
        }
        sink.input(scan.info());
    }

    @Override
    public void unreadable(String name, IOException reason) {
        error("unreadable-input", name, "cannot be read: " + IoReason.of(reason) + ": " + IoReason.remedy(reason));
    }

    private void error(String code, String input, String message) {
        error(new Diagnostic("error", code, input, null, (input.equals("-") ? "stdin" : input) + ": " + message));
    }

    private void error(Diagnostic diagnostic) {
        failed = true;
        tell(diagnostic);
    }

    private void tell(Diagnostic diagnostic) {
        err.println("unsplat: " + diagnostic.message());
        sink.diagnostic(diagnostic);
    }

    /** The exit status so far. */
    int status(boolean strict) {
        if (failed) {
            return Exit.FAILED;
        }
        return strict && !sink.summary().understood() ? Exit.NOT_UNDERSTOOD : Exit.DONE;
    }
}
