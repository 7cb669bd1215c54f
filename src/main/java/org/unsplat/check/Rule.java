package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** A condition that every complete report fulfils. */
interface Rule {

    /**
     * @param report the report as read
     * @param span the lines that it was read from
     * @param problems is given each violation
     */
    void check(Report report, Span span, Consumer<Problem> problems);

    /** Whether both values, which the kernel prints alike, are there and differ. */
    static boolean differ(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }
}
