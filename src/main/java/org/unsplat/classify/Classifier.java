package org.unsplat.classify;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * The table of all types of lines, by the first character of their text and then by what they begin with: an unrelated
 * line costs a look-up.
 */
public final class Classifier {

    private static final int ASCII = 128;

    /** The lines of some hundred reports. */
    private static final int SLOTS = 16_384;

    private final LineType<?>[][] byFirst = new LineType<?>[ASCII + 1][];
    private final LineCache<Reading> readings = new LineCache<>(SLOTS, this::read);

    /** What a text is, whatever line it stands on. */
    private record Reading(LineType<?> type, Object match) {

        static final Reading NONE = new Reading(null, null);
    }

    /** @param types in the order in which they are tried: the first that reads a text has it */
    public Classifier(List<LineType<?>> types) {
        for (var first = 0; first <= ASCII; first++) {
            var candidates = new ArrayList<LineType<?>>();
            for (var type : types) {
                if (type.mayBeginWith((char) first)) {
                    candidates.add(type);
                }
            }
            byFirst[first] = candidates.toArray(LineType<?>[]::new);
        }
    }

    private LineType<?>[] candidates(String text) {
        return byFirst[Math.min(text.charAt(0), ASCII)];
    }

    /** Whether the text, which has no type, may be the beginning of a line of any. */
    public boolean mayBeCut(String text) {
        for (var type : candidates(text)) {
            if (type.matchesStart(text) && type.mayBeCut(text)) {
                return true;
            }
        }
        return false;
    }

    /** The line with its type: a whole line of one, else the beginning of one, else of no type. */
    public TypedLine classify(Line line) {
        var reading = readings.get(line.stripped());
        return TypedLine.of(line, reading.type(), reading.match());
    }

    private Reading read(String text) {
        if (text.isEmpty()) {
            return Reading.NONE;
        }
        for (var type : candidates(text)) {
            var match = type.matchesStart(text) ? type.read(text) : null;
            if (match != null) {
                return new Reading(type, match);
            }
        }
        for (var type : candidates(text)) {
            if (type.matchesStart(text) && type.isCut(text)) {
                return new Reading(type, null);
            }
        }
        return Reading.NONE;
    }
}
