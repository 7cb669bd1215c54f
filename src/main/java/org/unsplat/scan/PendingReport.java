package org.unsplat.scan;

import java.util.concurrent.CompletableFuture;
import org.unsplat.model.Report;

/**
 * A report that was found and may still be in the making.
 *
 * @param known null if another thread makes it
 * @param made by another thread, or null; fails if a defect of this program prevents parsing
 * @param first the number of its first line
 */
record PendingReport(Report known, CompletableFuture<Report> made, int first, int message) {

    boolean isDone() {
        return made == null || made.isDone();
    }

    Report report() {
        return made == null ? known : made.join();
    }
}
