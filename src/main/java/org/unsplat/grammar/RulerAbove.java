package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.input.Line;

/** The ruler below which a headline may come, and the lines that have come since. */
final class RulerAbove {

    /** Lines between a ruler and its headline. */
    private static final int MAX_BELOW = 16;

    private Line ruler;
    private final List<Line> below = new ArrayList<>();

    boolean isThere() {
        return ruler != null;
    }

    /** Takes note of a line that no report took. */
    void see(Line line) {
        if (Banner.isRuler(line.words(), '=')) {
            ruler = line;
            below.clear();
        } else if (ruler != null) {
            below.add(line);
        }
    }

    /** Forgets the ruler if no headline came in time. */
    void forgetBefore(Line line) {
        if (ruler != null && line.number() - ruler.number() > MAX_BELOW) {
            ruler = null;
        }
    }

    void forget() {
        ruler = null;
    }

    /** The ruler above a headline, null where none is or another caller printed it. */
    Line above(Line head) {
        return ruler != null && Objects.equals(ruler.caller(), head.caller()) ? ruler : null;
    }

    /** The lines between the two. */
    List<Line> below() {
        return below;
    }
}
