package org.unsplat.model;

import java.util.List;

/**
 * A task as lockdep names it, {@code comm/pid}.
 *
 * @param irq the state of its interrupts, null where not printed
 */
public record Task(String comm, Integer pid, Irq irq) {

    /** {@code comm/pid}. */
    public String name() {
        return comm + "/" + pid;
    }

    /**
     * The interrupt state {@code [HC0[0]:SC1[1]:HE1:SE0]}.
     *
     * @param hardirq two numbers: lockdep's hardirq context, and the hardirq count of preempt_count
     * @param softirq two numbers: lockdep's softirq context, and the softirq count of preempt_count
     */
    public record Irq(List<Integer> hardirq, List<Integer> softirq, boolean hardirqsEnabled, boolean softirqsEnabled) {}
}
