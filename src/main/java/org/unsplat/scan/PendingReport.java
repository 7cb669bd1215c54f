package org.unsplat.scan;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.unsplat.model.Report;

/**
 * A report that was found and may still be in the making.
 *
 * @param known null if it was handed over to other threads
 * @param made by another thread, or null; fails if a defect of this program prevents parsing
 * @param first the number of its first line
 */
record PendingReport(Report known, FutureTask<Report> made, int first, int message) {

    boolean isDone() {
        return made == null || made.isDone();
    }

    /** The report, made by this thread unless another one has begun. */
    Report report() throws ExecutionException {
        if (made == null) {
            return known;
        }
        made.run();
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
