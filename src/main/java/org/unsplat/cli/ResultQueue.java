package org.unsplat.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/** A bounded queue of the results of one input, from the thread that reads it to the one that writes. */
final class ResultQueue implements InputHandler {

    private static final int CAPACITY = 16;
    private static final Consumer<InputHandler> END = out -> {};

    private final BlockingQueue<Consumer<InputHandler>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean drained;

    @Override
    public void report(Report report) {
        put(out -> out.report(report));
    }

    @Override
    public void input(InputInfo input) {
        put(out -> out.input(input));
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        put(out -> out.diagnostic(diagnostic));
    }

    @Override
    public boolean isCurrent() {
        return drained;
    }

    /** Marks the end of the input. */
    void end() {
        put(END);
    }

    private void put(Consumer<InputHandler> result) {
        try {
            queue.put(result);
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }

    /** Delivers all results up to the end. */
    void drainTo(InputHandler out) {
        drained = true;
        try {
            for (var next = queue.take(); next != END; next = queue.take()) {
                next.accept(out);
            }
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }

    /** The reader was interrupted. An error, so that it is not reported as a failure of the input. */
    private static final class Interrupted extends Error {

        private static final long serialVersionUID = 1;
    }
}
