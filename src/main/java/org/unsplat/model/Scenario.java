package org.unsplat.model;

import java.util.List;

/** The table with the columns CPU0 and CPU1 after "Possible unsafe locking scenario:". */
public record Scenario(String title, List<Step> steps) {

    /**
     * One line of the table.
     *
     * @param op {@code lock}, {@code rlock}, {@code sync}, {@code unlock}, {@code local_irq_disable} or
     *         {@code interrupt}
     * @param lock the name in the parentheses, null for the last two operations
     */
    public record Step(int cpu, String op, String lock) {}
}
