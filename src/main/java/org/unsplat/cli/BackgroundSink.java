package org.unsplat.cli;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.unsplat.model.Diagnostic;
import org.unsplat.model.InputInfo;
import org.unsplat.model.Report;
import org.unsplat.render.json.ReportSink;
import org.unsplat.render.json.Summary;

/**
 * Passes results on to another sink in one thread of its own, in their order, so that reading does not wait for rendering. Those
 * of a few milliseconds are written together, because waking a thread costs more than writing one. What the other sink throws is
 * thrown by a later call.
 */
final class BackgroundSink implements ReportSink, AutoCloseable {

    /** The number of results that are written by the calling thread: for a few, a thread costs more than it saves. */
    private static final int FIRST = 16;

    /** The largest number of results that wait to be written. */
    private static final int MOST_WAITING = 128;

    /** The time for which a result may wait for more. */
    private static final int MILLISECONDS = 5;

    private final ReportSink sink;
    private final int first;
    private final Semaphore free = new Semaphore(MOST_WAITING);
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private ScheduledExecutorService writer;
    private int results;
    private volatile RuntimeException failure;

    /** @param jobs the number of threads to use; if 1, the calling thread writes everything */
    BackgroundSink(ReportSink sink, int jobs) {
        this.sink = sink;
        this.first = jobs == 1 ? Integer.MAX_VALUE : FIRST;
    }

    @Override
    public void report(Report report) {
        if (isEarly()) {
            sink.report(report);
        } else {
            write(() -> sink.report(report));
        }
    }

    @Override
    public void input(InputInfo input) {
        if (isEarly()) {
            sink.input(input);
        } else {
            write(() -> sink.input(input));
        }
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        if (isEarly()) {
            sink.diagnostic(diagnostic);
        } else {
            write(() -> sink.diagnostic(diagnostic));
        }
    }

    @Override
    public void finish() {
        if (isEarly()) {
            sink.finish();
        } else {
            write(sink::finish);
            awaitWritten();
            throwFailure();
        }
    }

    @Override
    public Summary summary() {
        awaitWritten();
        return sink.summary();
    }

    /** Whether the next result is one of the first, which the calling thread writes. */
    private boolean isEarly() {
        if (results == first) {
            return false;
        }
        results++;
        return true;
    }

    private void write(Runnable result) {
        throwFailure();
        if (writer == null) {
            writer = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("unsplat-writer"));
        }
        free.acquireUninterruptibly();
        waiting.add(result);
        if (isScheduled.compareAndSet(false, true)) {
            writer.schedule(this::writeAll, MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void writeAll() {
        isScheduled.set(false);
        for (var result = waiting.poll(); result != null; result = waiting.poll()) {
            run(result);
        }
    }

    private void run(Runnable result) {
        try {
            if (failure == null) {
                result.run();
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException(e);
        } finally {
            free.release();
        }
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits until no result waits to be written. */
    private void awaitWritten() {
        if (writer != null) {
            writer.execute(this::writeAll);
        }
        free.acquireUninterruptibly(MOST_WAITING);
        free.release(MOST_WAITING);
    }

    /** Waits for the result that is being written, and drops the others. */
    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        writer.shutdownNow();
        try {
            writer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
