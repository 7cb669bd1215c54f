package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** One thing that holds of every whole report. */
interface Rule {

    /**
     * @param report as it was read
     * @param span the lines that it was read from
     * @param problems takes what contradicts the rule
     */
    void check(Report report, Span span, Consumer<Problem> problems);

    /** Whether what the kernel prints twice is there twice, and not the same. */
    static boolean differ(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }
}
