package org.unsplat.cli;

import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.triage.Selection;

/**
 * Numbers the reports of a run that have no id yet, and passes on the selected ones, symbolized. If there are no reports at
 * all, it tells a user at a terminal, who would see nothing else.
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
        // Symbols take time, so they are looked up after the selection, unless it depends on source files
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

    /** Passes on the diagnostics about missing symbols. */
    void tellOfSymbols() {
        for (var diagnostic : symbols.diagnostics()) {
            out.diagnostic(diagnostic);
        }
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

    /** Tells the user if no report was read; called after all inputs were read. */
    void reportNothingFound(Streams streams) {
        if (read == 0 && inputs > 0 && streams.terminal().err()) {
            streams.tell("no KCSAN or lockdep report in " + plural(lines, "line")
                    + (inputs == 1 ? "" : " of " + plural(inputs, "input")));
        }
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** The number of reports, selected or not. */
    int read() {
        return read;
    }

    /** The number of selected reports. */
    int selected() {
        return selected;
    }
}
