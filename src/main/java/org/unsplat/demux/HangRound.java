package org.unsplat.demux;

import java.util.HashSet;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.oops.HungTaskPiece;

/**
 * The round of the hung task detector that a report is about. In one round the detector names each task once and prints
 * without pauses. So a repeated task or a pause shows the next round where no list of all locks ends the round.
 */
final class HangRound {

    /** Seconds; even a slow console delays the lines of one dump by less. */
    private static final double PAUSE = 10;

    private final Set<String> tasks = new HashSet<>();
    private Double lastTime;

    void learn(TypedLine line) {
        if (line.is(HungTaskPiece.HEAD)) {
            tasks.add(line.read(HungTaskPiece.HEAD).group("pid"));
        }
        lastTime = line.line().time() == null ? lastTime : line.line().time();
    }

    boolean hasTasks() {
        return !tasks.isEmpty();
    }

    /**
     * Whether the line begins another round, or the first one after another problem. Output of {@code clean} has no times, but
     * an empty line between two reports.
     */
    boolean isOverAt(TypedLine line) {
        if (!line.is(HungTaskPiece.HEAD)) {
            return false;
        }
        var time = line.line().time();
        return tasks.isEmpty()
                || time == null && line.afterBlank()
                || tasks.contains(line.read(HungTaskPiece.HEAD).group("pid"))
                || time != null && lastTime != null && time - lastTime > PAUSE;
    }
}
