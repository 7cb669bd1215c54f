package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Selection;

/**
 * Numbers the reports of a run that have no number yet, and hands on those that are wanted; a person at a terminal is
 * told where there were none at all, for nothing else would be seen.
 */
final class SelectedReports implements InputHandler {

    private final Selection selection;
    private final InputHandler out;
    private int read;
    private int selected;
    private int inputs;
    private long lines;

    SelectedReports(Selection selection, InputHandler out) {
        this.selection = selection;
        this.out = out;
    }

    @Override
    public void report(Report report) {
        read++;
        var numbered = report.id() == null ? report.numbered(read) : report;
        if (selection.test(numbered)) {
            selected++;
            out.report(numbered);
        }
    }

    @Override
    public void input(InputInfo input) {
        inputs++;
        lines += input.lines();
        out.input(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        out.diagnostic(diagnostic);
    }

    @Override
    public boolean isCurrent() {
        return out.isCurrent();
    }

    /** To be called when all inputs are read. */
    void tellIfEmpty(Streams streams) {
        if (read == 0 && inputs > 0 && streams.terminal().err()) {
            streams.tell("no KCSAN or lockdep report in " + plural(lines, "line")
                    + (inputs == 1 ? "" : " of " + plural(inputs, "input")));
        }
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** How many reports there were, wanted or not. */
    int read() {
        return read;
    }

    /** How many of them were wanted. */
    int selected() {
        return selected;
    }
}
