package org.unsplat.model;

import java.util.List;

/**
 * One of the blocks "the dependencies between ...:".
 *
 * @param title that line, without its colon
 */
public record Dependencies(String title, List<Entry> locks) {

    /**
     * What {@code print_lock_class_header} prints of a lock class.
     *
     * @param depth its distance from the end of the path, which is its indentation
     * @param ops how often it was taken, null where not printed
     * @param key the key of the class
     * @param acquired where it was taken with its predecessor held, null where not printed
     */
    public record Entry(Lock lock, Integer depth, Long ops, List<StateAt> usages, StackFrame key, Backtrace acquired) {}

    /** {@code IN-HARDIRQ-W at:} and the stack that was first seen there. */
    public record StateAt(String state, List<StackFrame> stack) {}
}
