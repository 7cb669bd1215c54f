package org.unsplat.demux;

import java.util.HashSet;
import java.util.Set;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.oops.HungTaskPiece;

/**
 * The round of the hung task detector that a report is about. A round names a task once, and prints without a pause;
 * where no list of all locks ends it, that tells where the next one begins.
 */
final class HangRound {

    /** In seconds; a slow console holds up the lines of one dump for less. */
    private static final double PAUSE = 10;

    private final Set<String> tasks = new HashSet<>();
    private Double lastTime;

    /** Takes note of a line of the report. */
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
     * Whether the line begins another round, or the first one after other trouble. Canonical text has no times, but an
     * empty line between two reports.
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
