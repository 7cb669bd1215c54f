package org.unsplat.cli;

import java.util.List;

/**
 * The operands of a command that reads logs.
 *
 * @param selection selects the reports that are wanted
 * @param symbols the debug files in which frames are looked up; null for a command without them
 * @param jobs the number of inputs that are read at a time, and of reports that are parsed; with 1 one thread does everything
 */
record Inputs(List<String> operands, SelectionOptions selection, SymbolOptions symbols, int jobs, Streams streams) {

    /** Reads all inputs and passes on the selected reports; tells the user if there are none. */
    void read(InputReader reader, InputHandler out) {
        selection.tellIfNone(List.of(select(reader, out)), streams);
    }

    /** Reads all inputs and passes on the selected reports with their ids. */
    SelectedReports select(InputReader reader, InputHandler out) {
        try (var debug = symbols == null ? Symbolization.NONE : symbols.open()) {
            var selected = new SelectedReports(selection.selection(), debug, out);
            try (var parsers = new Parsers(jobs - 1);
                    var ordered = new OrderedReader(selected, jobs)) {
                var walk = new InputWalker(streams, jobs == 1 ? reader : reader.with(parsers), ordered);
                for (var operand : operands) {
                    walk.operand(operand);
                }
                ordered.finish();
            }
            selected.tellOfSymbols();
            selected.finish();
            selected.reportNothingFound(streams);
            return selected;
        }
    }
}
