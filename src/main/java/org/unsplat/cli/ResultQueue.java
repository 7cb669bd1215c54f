package org.unsplat.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;

/**
 * A queue of the results of one input, from the thread that reads it to the one that writes. It is bounded by the lines of the
 * reports, because what a report needs in memory grows with its lines.
 */
final class ResultQueue implements InputHandler {

    private static final Result END = new Result(out -> {}, 0);

    private final BlockingQueue<Result> queue = new LinkedBlockingQueue<>();
    private final Semaphore free;
    private final int mostLines;
    private volatile boolean drained;

    private record Result(Consumer<InputHandler> delivery, int lines) {}

    /** @param mostLines the largest number of lines of all reports in the queue; a longer report fits if it is alone */
    ResultQueue(int mostLines) {
        this.mostLines = mostLines;
        this.free = new Semaphore(mostLines);
    }

    @Override
    public void report(Report report) {
        var where = report.where();
        put(out -> out.report(report), 1 + where.last() - where.first());
    }

    @Override
    public void input(InputInfo input) {
        put(out -> out.input(input), 1);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        put(out -> out.diagnostic(diagnostic), 1);
    }

    @Override
    public boolean isCurrent() {
        return drained;
    }

    /** Marks the end of the input. */
    void end() {
        queue.add(END);
    }

    private void put(Consumer<InputHandler> delivery, int lines) {
        var result = new Result(delivery, Math.max(1, Math.min(lines, mostLines)));
        try {
            free.acquire(result.lines());
            queue.add(result);
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }

    /** Delivers all results up to the end. */
    void drainTo(InputHandler out) {
        drained = true;
        try {
            for (var next = queue.take(); next != END; next = queue.take()) {
                next.delivery().accept(out);
                free.release(next.lines());
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
