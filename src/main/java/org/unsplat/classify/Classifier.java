package org.unsplat.classify;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * The table of all line types, indexed by the first character of the text and then by the types' starts, so that an
 * unrelated line costs one look-up.
 */
public final class Classifier {

    private static final int ASCII = 128;

    /** Enough for the lines of several hundred reports. */
    private static final int SLOTS = 16_384;

    private final LineType<?>[][] byFirst = new LineType<?>[ASCII + 1][];
    private final LineCache<Classification> readings = new LineCache<>(SLOTS, this::read);

    /** @param types in the order in which they are tried; the first that reads a text gets it */
    public Classifier(List<LineType<?>> types) {
        var candidates = new ArrayList<List<LineType<?>>>();
        for (var first = 0; first <= ASCII; first++) {
            candidates.add(new ArrayList<>());
        }
        for (var type : types) {
            if (type.starts().isEmpty()) {
                for (var each : candidates) {
                    each.add(type);
                }
            }
            for (var start : type.starts()) {
                var sameFirst = candidates.get(first(start));
                if (sameFirst.isEmpty() || sameFirst.get(sameFirst.size() - 1) != type) {
                    sameFirst.add(type);
                }
            }
        }
        for (var first = 0; first <= ASCII; first++) {
            if (candidates.get(first).size() > Long.SIZE) {
                throw new IllegalArgumentException("too many types begin with the character " + first);
            }
            byFirst[first] = candidates.get(first).toArray(new LineType<?>[0]);
        }
    }

    private static int first(String text) {
        return Math.min(text.charAt(0), ASCII);
    }

    /** The line with its type: the type of a whole line, else of the beginning of one, else none. */
    public TypedLine classify(Line line) {
        return TypedLine.of(line, readings.get(line.stripped()));
    }

    private Classification read(String text) {
        if (text.isEmpty()) {
            return Classification.NONE;
        }
        var candidates = byFirst[first(text)];
        var matching = 0L;
        for (var i = 0; i < candidates.length; i++) {
            if (candidates[i].matchesStart(text)) {
                var reading = read(candidates[i], text);
                if (reading != null) {
                    return reading;
                }
                matching |= 1L << i;
            }
        }
        return readPart(text, candidates, matching);
    }

    /** @param matching a bit for each type that may begin so */
    private static Classification readPart(String text, LineType<?>[] candidates, long matching) {
        for (var rest = matching; rest != 0; rest &= rest - 1) {
            var type = candidates[Long.numberOfTrailingZeros(rest)];
            if (type.isCut(text)) {
                return Classification.cut(type);
            }
        }
        for (var rest = matching; rest != 0; rest &= rest - 1) {
            if (candidates[Long.numberOfTrailingZeros(rest)].mayBeCut(text)) {
                return Classification.MAY_BE_CUT;
            }
        }
        return Classification.NONE;
    }

    private static <M> Classification read(LineType<M> type, String text) {
        var match = type.read(text);
        return match == null ? null : Classification.of(type, text, match);
    }
}
