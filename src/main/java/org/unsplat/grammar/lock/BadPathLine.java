package org.unsplat.grammar.lock;

import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;

/**
 * {@code lockdep:print_irq_inversion_bug bad path found in chain graph}, printed in place of a path that lockdep did not
 * find. This function prints it before the scenario, all others after the dependencies.
 */
final class BadPathLine {

    static final LineType<Matcher> TYPE =
            LineType.of("line about a bad path", "lockdep:\\w+ bad path found in chain graph", "lockdep:");
    private static final String OF_SCENARIO = "lockdep:print_irq_inversion_bug ";

    private BadPathLine() {}

    /** Reads consecutive lines of this type. */
    static void read(Cursor lines, ReportBuilder builder) {
        while (lines.isAt(TYPE)) {
            builder.notes.add(lines.next());
        }
    }

    /** Writes either the line before the scenario or the lines after the dependencies. */
    static void write(Report report, boolean ofScenario, KernelText out) {
        report.lockdep().notes().stream()
                .filter(note -> TYPE.read(note) != null && note.startsWith(OF_SCENARIO) == ofScenario)
                .forEach(out::line);
    }
}
