package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * {@code lockdep:print_irq_inversion_bug bad path found in chain graph}, in place of what lockdep could not find. The
 * function says where it stands: that one before the scenario, all others after the dependencies.
 */
final class BadPath {

    private static final Regex LINE = new Regex("lockdep:\\w+ bad path found in chain graph");
    private static final String OF_SCENARIO = "lockdep:print_irq_inversion_bug ";

    private BadPath() {}

    static boolean matches(String line) {
        return line.startsWith("lockdep:") && LINE.matches(line);
    }

    /** Reads the line if it is there. */
    static void read(Cursor lines, Draft draft) {
        while (matches(lines.peek())) {
            draft.notes.add(lines.next());
        }
    }

    /** Writes the line, either that before the scenario or that after the dependencies. */
    static void write(Report report, boolean ofScenario, KernelText out) {
        report.lockdep().notes().stream()
                .filter(note -> matches(note) && note.startsWith(OF_SCENARIO) == ofScenario)
                .forEach(out::line);
    }
}
