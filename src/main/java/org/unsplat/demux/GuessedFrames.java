package org.unsplat.demux;

import java.util.IdentityHashMap;
import java.util.Map;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameLine;

/**
 * The frames that two open reports expect as their very next line, where no caller was printed: which of them gets it is
 * a guess.
 */
final class GuessedFrames {

    /** The first one of each open report. */
    private final Map<OpenReport, TypedLine> first = new IdentityHashMap<>();

    /**
     * Takes note of two reports that expect one line.
     *
     * @param one the best offer so far, null for none
     * @param other the next one, null for none
     * @return the next one
     */
    Offer see(Offer one, Offer other) {
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

    /** Whether each has got a line since the other one began: one that was cut gets none any more. */
    private static boolean areMixed(OpenReport one, OpenReport other) {
        return one.lastNumber() > other.first() && other.lastNumber() > one.first();
    }

    private static boolean isInMidst(Offer offer) {
        return offer.line().is(FrameLine.TYPE)
                && offer.line().line().caller() == null
                && offer.distance() == 0
                && HeadlinePolicy.isInMidst(offer.report());
    }

    /** The first such frame of a report that is closed, null for none. */
    TypedLine remove(OpenReport report) {
        return first.remove(report);
    }
}
