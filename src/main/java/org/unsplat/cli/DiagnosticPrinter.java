package org.unsplat.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unsplat.model.Diagnostic;

/**
 * Prints diagnostics on stderr. Of the warnings that an input is not a log it prints the first few of each code, and at the end
 * the number of the others: a directory of mails has hundreds, which would hide everything else.
 */
final class DiagnosticPrinter {

    private static final int PRINTED_OF_A_CODE = 5;

    private static final Set<String> COUNTED =
            Set.of(Diagnostic.NO_KERNEL_LINE, Diagnostic.EMPTY_INPUT, Diagnostic.NOT_UNPACKED);

    private final Streams streams;
    private final Map<String, Integer> warnings = new TreeMap<>();

    DiagnosticPrinter(Streams streams) {
        this.streams = streams;
    }

    void print(Diagnostic diagnostic) {
        if (!COUNTED.contains(diagnostic.code())
                || warnings.merge(diagnostic.code(), 1, Integer::sum) <= PRINTED_OF_A_CODE) {
            streams.tell(diagnostic.message());
        }
    }

    /** Prints the numbers of further warnings, after all inputs were read. */
    void printCounts() {
        for (var each : warnings.entrySet()) {
            int more = each.getValue() - PRINTED_OF_A_CODE;
            if (more > 0) {
                streams.tell(more + (more == 1 ? " more warning" : " more warnings") + " of the code " + each.getKey()
                        + ": 'unsplat parse' has all of them");
            }
        }
        warnings.clear();
    }
}
