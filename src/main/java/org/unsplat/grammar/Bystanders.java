package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.unsplat.input.Line;

/** The lines between those of an open report that it did not take: some wait to be judged, the rest are foreign. */
final class Bystanders {

    private static final Comparator<Line> BY_NUMBER = Comparator.comparingInt(Line::number);

    private final List<Line> waiting = new ArrayList<>();
    private final List<Line> rests = new ArrayList<>();
    private final List<Line> strange = new ArrayList<>();
    /** Numbers alone: their text is of no use. */
    private final List<Integer> foreign = new ArrayList<>();

    private final Claims claims;
    private final Held held;
    private final Held.Share inDoubt;
    private final Held.Share kept;

    /**
     * @param between lines that stand among the report's first ones
     * @param claims of all reports
     * @param held by all reports
     */
    Bystanders(List<Line> between, Claims claims, Held held) {
        between.forEach(this::cede);
        this.claims = claims;
        this.held = held;
        this.inDoubt = held.new Share();
        this.kept = held.new Share();
    }

    /** Notes that the report took the line. */
    void hold(Line line) {
        kept.add(line);
    }

    /** What all open reports hold. */
    Held held() {
        return held;
    }

    /** The report is closed: nothing is held any more. */
    void letGo() {
        inDoubt.clear();
        kept.clear();
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
        forgetDoubt();
        return whole;
    }

    /** Settling asks only those that wait, and would leave the text of the others counted. */
    private void forgetDoubt() {
        if (waiting.isEmpty()) {
            inDoubt.clear();
        }
    }

    void await(Line line) {
        waiting.add(line);
        inDoubt.add(line);
    }

    /** Keeps a line that belongs to something else. */
    void cede(Line line) {
        if (!line.words().isEmpty()) {
            foreign.add(line.number());
        }
    }

    /** The report goes on: what waits is judged. */
    void settle(Predicate<Line> isStrange) {
        for (var line : waiting) {
            if (isStrange.test(line) && claims.add(line)) {
                strange.add(line);
                kept.add(line);
            } else {
                foreign.add(line.number());
            }
        }
        waiting.clear();
        inDoubt.clear();
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
            forgetDoubt();
        }
        return withRaw(whole, second).with(how.text());
    }

    /** The line with the text of its next part as it came, which is kept apart where it is not the very next line. */
    private Line withRaw(Line line, Line next) {
        if (next.number() == line.lastNumber() + 1) {
            return line.followedBy(next);
        }
        rests.add(next);
        kept.add(next);
        return line;
    }

    /** The lines that the pieces took, with those whose text was joined to one of them and the strange ones. */
    List<Line> with(List<Span.Part> taken) {
        var own = new ArrayList<Line>();
        for (var part : taken) {
            own.addAll(part.lines());
        }
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
    List<Integer> foreignUpTo(int number) {
        var last = number;
        for (var rest : rests) {
            last = Math.max(last, rest.lastNumber());
        }
        var within = new ArrayList<Integer>();
        for (var line : foreign) {
            if (line <= last) {
                within.add(line);
            }
        }
        Collections.sort(within);
        return List.copyOf(within);
    }
}
