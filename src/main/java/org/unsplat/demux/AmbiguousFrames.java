package org.unsplat.demux;

import java.util.IdentityHashMap;
import java.util.Map;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameLine;

/**
 * The frames that two open reports both expect as their next line where no caller was printed, so that assigning them is a
 * guess.
 */
final class AmbiguousFrames {

    /** The first such frame of each open report. */
    private final Map<OpenReport, TypedLine> first = new IdentityHashMap<>();

    /**
     * Notes two reports that expect one line.
     *
     * @param one the best expectation so far, or null
     * @param other the next expectation, or null
     * @return {@code other}
     */
    Expectation see(Expectation one, Expectation other) {
        if (one != null
                && other != null
                && isInMidst(one)
                && isInMidst(other)
                && areMixed(one.report(), other.report())) {
            first.putIfAbsent(one.report(), one.line());
            first.putIfAbsent(other.report(), other.line());
        }
        return other;
    }

    /** Whether each report got a line after the other began. A report that was cut gets none. */
    private static boolean areMixed(OpenReport one, OpenReport other) {
        return one.last().lastNumber() > other.first() && other.last().lastNumber() > one.first();
    }

    private static boolean isInMidst(Expectation expectation) {
        return expectation.line().is(FrameLine.TYPE)
                && expectation.line().line().caller() == null
                && expectation.distance() == 0
                && HeadlinePolicy.isInMidst(expectation.report());
    }

    /** Removes and returns the first such frame of a report that is closed, null if there is none. */
    TypedLine remove(OpenReport report) {
        return first.remove(report);
    }
}
