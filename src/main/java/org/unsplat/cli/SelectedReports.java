package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Selection;

/** Numbers the reports of a run that have no number yet, and hands on those that are wanted. */
final class SelectedReports implements InputHandler {

    private final Selection selection;
    private final InputHandler out;
    private int read;
    private int selected;

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
        out.input(input);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        out.diagnostic(diagnostic);
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
