package org.unsplat.cli;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that parse reports while others read the inputs; created with the first report. */
final class Parsers implements Executor, AutoCloseable {

    private final int count;
    private ExecutorService threads;

    Parsers(int count) {
        this.count = count;
    }

    @Override
    public void execute(Runnable parsing) {
        threads().execute(parsing);
    }

    private synchronized ExecutorService threads() {
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
