package org.unsplat.grammar.lock;

import org.unsplat.grammar.ReportKind;

/** The steps of a scenario, by the function of the kernel that prints it. */
public enum ScenarioForm {
    /** {@code print_circular_lock_scenario}. */
    CIRCULAR("LLLL"),
    /** {@code print_deadlock_scenario}. */
    RECURSIVE("LL"),
    /** {@code print_usage_bug_scenario}. */
    INCONSISTENT("LIL"),
    /** {@code print_irq_lock_scenario}. */
    IRQ("LDLLIL"),
    /** Any steps, or no scenario at all. */
    ANY("");

    private final String steps;

    ScenarioForm(String steps) {
        this.steps = steps;
    }

    /** A letter for each step: it takes a lock, disables interrupts, or is interrupted. */
    public String steps() {
        return steps;
    }

    /** The form of those that reports of the kind hold. */
    public static ScenarioForm of(ReportKind kind) {
        for (var piece : kind.pieces()) {
            if (piece instanceof ScenarioPiece scenario) {
                return scenario.form;
            }
        }
        return ANY;
    }
}
