package org.unsplat.demux;

import java.util.IdentityHashMap;
import java.util.Map;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameLine;

/**
 * The frames that two open reports expect as their very next line, where no caller was printed that tells which of them printed it: which of
 * them gets it is a guess.
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
        if (one != null && other != null && isInMidst(one) && isInMidst(other)) {
            first.putIfAbsent(one.report(), one.line());
            first.putIfAbsent(other.report(), other.line());
        }
        return other;
    }

    private static boolean isInMidst(Offer offer) {
        return offer.line().is(FrameLine.TYPE)
                && offer.line().line().caller() == null
                && offer.distance() == 0
                && offer.report().isProven()
                && !offer.report().isMention()
                && !offer.report().mayBeOver();
    }

    /** The first such frame of a report that is closed, null for none. */
    TypedLine remove(OpenReport report) {
        return first.remove(report);
    }
}
