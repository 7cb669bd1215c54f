package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** Receives the results of the inputs in order: for each input its reports, its diagnostics, then the input itself. */
interface InputHandler {

    /** A report; one read from a log has no id yet. */
    void report(Report report);

    void input(InputInfo input);

    /** A diagnostic; level {@code error} means that an input was not read, or not completely. */
    void diagnostic(Diagnostic diagnostic);

    /** Called after all inputs were read. */
    default void finish() {}

    /** Whether results of this input are written now, not queued. */
    default boolean isCurrent() {
        return true;
    }
}
