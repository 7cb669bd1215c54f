package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Selection;

/** Numbers the reports of a run that have no number yet, and hands on those that are wanted, symbolised. */
final class SelectedReports implements InputHandler {

    private final Selection selection;
    private final Symbolization symbols;
    private final InputHandler out;
    private int read;
    private int selected;

    SelectedReports(Selection selection, Symbolization symbols, InputHandler out) {
        this.selection = selection;
        this.symbols = symbols;
        this.out = out;
    }

    @Override
    public void report(Report report) {
        read++;
        var numbered = report.id() == null ? report.numbered(read) : report;
        // Symbols take time: they are looked up for those that are wanted, but where their files say which these are
        boolean first = selection.asksForFiles();
        var known = first ? symbols.apply(numbered) : numbered;
        if (selection.test(known)) {
            selected++;
            out.report(first ? known : symbols.apply(known));
        }
    }

    @Override
    public void input(InputInfo input) {
        tellOfSymbols();
        out.input(input);
    }

    /** Hands on what kept frames from having places. */
    void tellOfSymbols() {
        symbols.diagnostics().forEach(out::diagnostic);
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
