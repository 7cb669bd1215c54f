package org.unsplat.model;

import java.util.List;

/**
 * One of the blocks "the dependencies between ...:".
 *
 * @param title that line, without its colon
 */
public record Dependencies(String title, List<Entry> locks) {

    /**
     * A lock class as {@code print_lock_class_header} prints it.
     *
     * @param depth its distance from the end of the path, printed as indentation
     * @param ops the number of acquisitions, null where not printed
     * @param key the key of the class
     * @param acquired the stack that took it while its predecessor was held, null where not printed
     */
    public record Entry(Lock lock, Integer depth, Long ops, List<StateAt> usages, StackFrame key, Backtrace acquired) {}

    /** {@code IN-HARDIRQ-W at:} and the stack that first put the class into this state. */
    public record StateAt(String state, List<StackFrame> stack) {}
}
