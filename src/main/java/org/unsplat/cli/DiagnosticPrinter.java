package org.unsplat.cli;

import java.util.Map;
import java.util.TreeMap;
import org.unsplat.model.Diagnostic;

/**
 * Prints diagnostics on stderr: every error, the first warnings of each code, and at the end how many more there were. A
 * folder of mails has hundreds of inputs without any line of a kernel, and what matters would drown among them.
 */
final class DiagnosticPrinter {

    private static final int PRINTED_OF_A_CODE = 5;

    private final Streams streams;
    private final Map<String, Integer> warnings = new TreeMap<>();

    DiagnosticPrinter(Streams streams) {
        this.streams = streams;
    }

    void print(Diagnostic diagnostic) {
        if (diagnostic.level().equals("error")
                || warnings.merge(diagnostic.code(), 1, Integer::sum) <= PRINTED_OF_A_CODE) {
            streams.tell(diagnostic.message());
        }
    }

    /** To be called when all inputs are read. */
    void printCounts() {
        warnings.forEach((code, count) -> {
            int more = count - PRINTED_OF_A_CODE;
            if (more > 0) {
                streams.tell(more + (more == 1 ? " more warning" : " more warnings") + " of the code " + code
                        + ": 'unsplat parse' has all of them");
            }
        });
        warnings.clear();
    }
}
