package org.unsplat.demux;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.unsplat.input.Line;

/** The lines that reports have kept as their own although no piece took them. A line is kept by one report only. */
final class ClaimedLines {

    private final Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The first line of the oldest open report when claims were last forgotten. */
    private int from;

    /** Adds a line; returns false if a report has it already. */
    boolean add(Line line) {
        return lines.add(line);
    }

    /** Forgets all lines, because no report is open. */
    void forgetAll() {
        lines.clear();
    }

    /**
     * Forgets the lines that no open report can claim any more. It scans them only when the oldest report has changed, so each
     * line is scanned at most once for every report that was open with it.
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
