package org.unsplat.render.json;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * Receives the results of a run as they are found: the reports of an input, then the input; diagnostics at any time; finally
 * {@link #finish}. Each output format implements it. Unchecked exceptions of the underlying stream are passed on.
 */
public interface ReportSink {

    void report(Report report);

    /** Writes an input, after the last of its reports. */
    void input(InputInfo input);

    void diagnostic(Diagnostic diagnostic);

    /** Writes what comes last, and flushes; the underlying stream stays open. */
    void finish();

    /** The counts of the reports so far. */
    Summary summary();
}
