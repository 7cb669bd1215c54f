package org.unsplat.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * What one thread finds in an input, on its way to the one that writes. Who finds more than there is room for waits.
 */
final class Lane implements Findings {

    private static final int ROOM = 16;
    private static final Consumer<Findings> END = out -> {};

    private final BlockingQueue<Consumer<Findings>> queue = new ArrayBlockingQueue<>(ROOM);
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
    public boolean goOut() {
        return drained;
    }

    /** Nothing more comes. */
    void end() {
        put(END);
    }

    private void put(Consumer<Findings> finding) {
        try {
            queue.put(finding);
        } catch (InterruptedException e) {
            throw new Abandoned();
        }
    }

    /** Hands on everything up to the end. */
    void drainTo(Findings out) {
        drained = true;
        try {
            for (var next = queue.take(); next != END; next = queue.take()) {
                next.accept(out);
            }
        } catch (InterruptedException e) {
            throw new Abandoned();
        }
    }

    /** Nobody wants to know any more. An error, so that it is not taken for a fault of the input. */
    private static final class Abandoned extends Error {

        private static final long serialVersionUID = 1;
    }
}
