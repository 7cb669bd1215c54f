package org.unsplat.render.json;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * Takes what a run finds, as it finds it: the reports of an input, then the input, diagnostics whenever, at last
 * {@link #finish}. Each form of output is one. An unchecked exception of the stream below passes through.
 */
public interface ReportSink {

    /** Writes a report. */
    void report(Report report);

    /** Writes an input, after the last of its reports. */
    void input(InputInfo input);

    /** Writes a diagnostic. */
    void diagnostic(Diagnostic diagnostic);

    /** Writes whatever comes last and flushes; the stream below stays open. */
    void finish();

    /** The reports so far, counted. */
    Summary summary();
}
