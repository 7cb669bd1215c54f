package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** Takes what the inputs hold, in their order: the reports of an input, what is to be said of it, then the input. */
interface Findings {

    /** A report: one of a log has yet no id, and gets it here. */
    void report(Report report);

    void input(InputInfo input);

    /** One of level error says that something could not be read, or not wholly. */
    void diagnostic(Diagnostic diagnostic);

    /** Whether it is this input's turn, and what is found goes out at once. */
    default boolean goOut() {
        return true;
    }
}
