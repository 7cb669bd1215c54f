package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** Hands everything on, and tells a person at a terminal, who would see nothing at all, where there was no report. */
final class NothingFound implements InputHandler {

    private final InputHandler next;
    private boolean found;
    private long lines;
    private int inputs;

    NothingFound(InputHandler next) {
        this.next = next;
    }

    @Override
    public void report(Report report) {
        found = true;
        next.report(report);
    }

    @Override
    public void input(InputInfo input) {
        inputs++;
        lines += input.lines();
        next.input(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        next.diagnostic(diagnostic);
    }

    @Override
    public boolean isCurrent() {
        return next.isCurrent();
    }

    /** To be called when all inputs are read. */
    void tell(Streams streams) {
        if (!found && inputs > 0 && streams.terminal().err()) {
            streams.tell("no KCSAN or lockdep report in " + plural(lines, "line")
                    + (inputs == 1 ? "" : " of " + plural(inputs, "input")));
        }
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
