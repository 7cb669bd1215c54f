package org.unsplat.cli;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads several inputs at a time, and hands on what they hold in their order, as if read one by one. At most one more
 * input than there are jobs is begun or done ahead, and each of them waits when its {@link Lane} is full.
 */
final class Turns implements AutoCloseable {

    private final Findings out;
    private final int jobs;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private ExecutorService workers;

    /** Reads an input, or tells why it cannot be. */
    interface Job {

        void run(Findings out);
    }

    private static final class Turn {

        private final Job job;
        private final boolean here;
        private Lane lane;
        private Future<?> begun;

        Turn(Job job, boolean here) {
            this.job = job;
            this.here = here;
        }

        void runInLane() {
            try {
                job.run(lane);
            } finally {
                lane.end();
            }
        }
    }

    Turns(Findings out, int jobs) {
        this.out = out;
        this.jobs = jobs;
    }

    /** @param here whether it must not begin before its turn: stdin is one, however often it is named */
    void add(Job job, boolean here) {
        if (jobs == 1) {
            job.run(out);
            return;
        }
        waiting.add(new Turn(job, here));
        if (waiting.size() > 1) {
            // One input alone needs no thread
            waiting.forEach(this::begin);
        }
        if (waiting.size() > jobs) {
            takeNext();
        }
    }

    /** Waits for all that is left. */
    void finish() {
        while (!waiting.isEmpty()) {
            takeNext();
        }
    }

    private void begin(Turn turn) {
        if (turn.here || turn.begun != null) {
            return;
        }
        if (workers == null) {
            workers = Executors.newFixedThreadPool(jobs, Turns::daemon);
        }
        turn.lane = new Lane();
        turn.begun = workers.submit(turn::runInLane);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "unsplat-reader");
        thread.setDaemon(true);
        return thread;
    }

    private void takeNext() {
        var turn = waiting.remove();
        if (turn.begun == null) {
            turn.job.run(out);
            return;
        }
        turn.lane.drainTo(out);
        try {
            turn.begun.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Ends the workers, wherever they are. */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
