package org.unsplat.cli;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads several inputs in parallel and delivers their results in input order. At most {@code jobs + 1} inputs are begun or
 * finished ahead of the current one; each blocks when its {@link ResultQueue} is full, which the lines of its reports decide.
 */
final class OrderedReader implements AutoCloseable {

    /** The largest number of lines of reports that wait for the inputs before them; some 100 to 500 bytes each. */
    private static final int MOST_LINES = 1 << 16;

    private final InputHandler out;
    private final int jobs;
    private final ArrayDeque<Task> waiting = new ArrayDeque<>();
    private ExecutorService workers;

    /** Reads one input, or reports why it cannot be read. */
    interface Job {

        void run(InputHandler out);
    }

    private static final class Task {

        private final Job job;
        private final boolean sequential;
        private ResultQueue results;
        private Future<?> future;

        Task(Job job, boolean sequential) {
            this.job = job;
            this.sequential = sequential;
        }

        void runQueued() {
            try {
                job.run(results);
            } finally {
                results.end();
            }
        }
    }

    OrderedReader(InputHandler out, int jobs) {
        this.out = out;
        this.jobs = jobs;
    }

    /** @param sequential whether it must wait for the inputs before it, because stdin may be given twice */
    void add(Job job, boolean sequential) {
        if (jobs == 1) {
            job.run(out);
            return;
        }
        waiting.add(new Task(job, sequential));
        if (waiting.size() > 1) {
            // A single input needs no thread
            waiting.forEach(this::begin);
        }
        if (waiting.size() > jobs) {
            takeNext();
        }
    }

    /** Waits for all remaining inputs. */
    void finish() {
        while (!waiting.isEmpty()) {
            takeNext();
        }
    }

    private void begin(Task task) {
        if (task.sequential || task.future != null) {
            return;
        }
        if (workers == null) {
            workers = Executors.newFixedThreadPool(jobs, new DaemonThreads("unsplat-reader"));
        }
        task.results = new ResultQueue(MOST_LINES / (jobs + 1));
        task.future = workers.submit(task::runQueued);
    }

    private void takeNext() {
        var task = waiting.remove();
        if (task.future == null) {
            task.job.run(out);
            return;
        }
        task.results.drainTo(out);
        try {
            task.future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Stops the workers, even if they are not finished. */
    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
