package org.unsplat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that parse reports while others read the inputs; created with the first reports. A few are handed over together,
 * because waking a thread costs more than parsing one; who needs a report before that parses it.
 */
final class Parsers implements Executor, AutoCloseable {

    private static final int TOGETHER = 8;

    private final int count;
    private List<Runnable> waiting = new ArrayList<>();
    private ExecutorService threads;

    Parsers(int count) {
        this.count = count;
    }

    @Override
    public synchronized void execute(Runnable parsing) {
        waiting.add(parsing);
        if (waiting.size() == TOGETHER) {
            var together = waiting;
            waiting = new ArrayList<>();
            threads().execute(() -> together.forEach(Runnable::run));
        }
    }

    private ExecutorService threads() {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(count, new DaemonThreads("unsplat-parser"));
        }
        return threads;
    }

    /** Stops the threads, even if they are not finished. */
    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
