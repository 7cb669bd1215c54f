package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Selection;

/**
 * Numbers the reports of a run that have no number yet, and hands on those that are wanted, symbolised; a person at a
 * terminal is told where there were none at all, for nothing else would be seen.
 */
final class SelectedReports implements InputHandler {

    private final Selection selection;
    private final Symbolization symbols;
    private final InputHandler out;
    private int read;
    private int selected;
    private int inputs;
    private long lines;

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
        inputs++;
        lines += input.lines();
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

    @Override
    public boolean isCurrent() {
        return out.isCurrent();
    }

    @Override
    public void finish() {
        out.finish();
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
