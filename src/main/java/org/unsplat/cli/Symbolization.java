package org.unsplat.cli;

import java.util.List;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.Report;
import org.unsplat.scan.ReportExplainer;
import org.unsplat.symbols.Symbols;

/** Adds symbols to reports, if there are any. */
final class Symbolization implements AutoCloseable {

    static final Symbolization NONE = new Symbolization(null);

    private final Symbols symbols;

    /** @param symbols null for none */
    Symbolization(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The report with places in its frames, and with an explanation that names them. */
    Report apply(Report report) {
        if (symbols == null) {
            return report;
        }
        var placed = symbols.apply(report);
        return placed.equals(report) ? report : ReportExplainer.anew(placed);
    }

    /** The diagnostics about missing symbols since the last call. */
    List<Diagnostic> diagnostics() {
        return symbols == null ? List.of() : symbols.diagnostics();
    }

    @Override
    public void close() {
        if (symbols != null) {
            symbols.close();
        }
    }
}
