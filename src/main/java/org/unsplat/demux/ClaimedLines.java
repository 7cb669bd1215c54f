package org.unsplat.demux;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.unsplat.input.Line;

/** The lines that reports have made their own though no piece took them: no two have the same. */
final class ClaimedLines {

    private final Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The first line of the oldest open report when claims were last forgotten. */
    private int from;

    /** Whether nobody had claimed the line. */
    boolean add(Line line) {
        return lines.add(line);
    }

    /** No report is open. */
    void forgetAll() {
        lines.clear();
    }

    /**
     * Forgets what no open report can claim any more. Scans the claims only when the oldest report has changed, so each
     * claim is seen at most once for each report that can be open.
     *
     * @param oldest the first line of the oldest open report
     */
    void forgetBefore(int oldest) {
        if (oldest != from) {
            lines.removeIf(line -> line.number() < oldest);
            from = oldest;
        }
    }
}
