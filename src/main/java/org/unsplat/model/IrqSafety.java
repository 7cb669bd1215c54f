package org.unsplat.model;

import java.util.List;

/**
 * A lock that is irq-safe or irq-unsafe, and the stack that made it so.
 *
 * @param state the irq context, {@code HARDIRQ}, {@code SOFTIRQ-READ}, ...
 * @param stack empty in an irq lock inversion, which prints the stack with the dependencies
 */
public record IrqSafety(String state, Lock lock, List<StackFrame> stack) {}
