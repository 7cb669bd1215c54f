package org.unsplat.model;

import java.util.List;

/**
 * A lock that is irq-safe or irq-unsafe, and where it became so.
 *
 * @param state the irq, {@code HARDIRQ}, {@code SOFTIRQ-READ}, ...
 * @param stack empty in an inversion, which prints it with the dependencies
 */
public record IrqSafety(String state, Lock lock, List<StackFrame> stack) {}
