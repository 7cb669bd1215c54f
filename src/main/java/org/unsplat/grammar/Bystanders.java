package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.unsplat.input.Line;

/** The lines between those of an open report that it did not take: some wait to be judged, the rest are foreign. */
final class Bystanders {

    private static final Comparator<Line> BY_NUMBER = Comparator.comparingInt(Line::number);

    private final List<Line> waiting = new ArrayList<>();
    private final List<Line> rests = new ArrayList<>();
    private final List<Line> strange = new ArrayList<>();
    private final List<Line> foreign = new ArrayList<>();
    private final Set<Line> claimed;

    /**
     * @param between lines that stand among the report's first ones
     * @param claimed the lines that open reports have made their own though no piece took them: no two have the same
     */
    Bystanders(List<Line> between, Set<Line> claimed) {
        foreign.addAll(between);
        this.claimed = claimed;
    }

    /** How many lines are kept. */
    int count() {
        return waiting.size() + strange.size() + foreign.size();
    }

    /** The lines that may yet turn out to be the report's own; to be changed by it. */
    List<Line> waiting() {
        return waiting;
    }

    /** The last of them, null where there is none. */
    Line lastWaiting() {
        return waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
    }

    /** The line that the last of them has become part of, in place of it. */
    Line replaced(Line whole) {
        waiting.remove(waiting.size() - 1);
        return whole;
    }

    void await(Line line) {
        waiting.add(line);
    }

    /** Keeps a line that belongs to something else. */
    void cede(Line line) {
        if (!line.words().isEmpty()) {
            foreign.add(line);
        }
    }

    /** The report goes on: what waits is judged. */
    void settle(Predicate<Line> isStrange) {
        for (var line : waiting) {
            (isStrange.test(line) && claimed.add(line) ? strange : foreign).add(line);
        }
        waiting.clear();
    }

    /** Lines that look like report text, but that no piece took. */
    List<Line> strange() {
        return List.copyOf(strange);
    }

    /** The line that the two make, and those between them if they are part of it. */
    Line joined(Line first, Line second, Unwrapper.Joined how) {
        var whole = first;
        if (how.usesBetween()) {
            for (var each : waiting) {
                whole = withRaw(whole, each);
            }
            waiting.clear();
        }
        return withRaw(whole, second).with(how.text());
    }

    /** The line with the text of its next part as it came, which is kept apart where it is not the very next line. */
    private Line withRaw(Line line, Line next) {
        if (next.number() == line.lastNumber() + 1) {
            return line.followedBy(next);
        }
        rests.add(next);
        return line;
    }

    /** The lines that the pieces took, with those whose text was joined to one of them and the strange ones. */
    List<Line> with(List<Line> taken) {
        var own = new ArrayList<>(taken);
        own.addAll(rests);
        own.addAll(strange);
        own.sort(BY_NUMBER);
        return List.copyOf(own);
    }

    /**
     * The foreign lines that stand before the report's end.
     *
     * @param number of the last line that a piece took
     */
    List<Line> foreignUpTo(int number) {
        var last = number;
        for (var rest : rests) {
            last = Math.max(last, rest.lastNumber());
        }
        var within = new ArrayList<Line>();
        for (var line : foreign) {
            if (line.number() <= last) {
                within.add(line);
            }
        }
        within.sort(BY_NUMBER);
        return List.copyOf(within);
    }
}
