package org.unsplat.classify;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * The table of all types of lines, by the first character of their text: an unrelated line costs a look-up.
 */
public final class Classifier {

    private static final int ASCII = 128;

    private final LineType<?>[][] byFirst = new LineType<?>[ASCII + 1][];

    /** @param types in the order in which they are tried: the first that reads a text has it */
    public Classifier(List<LineType<?>> types) {
        for (var first = 0; first <= ASCII; first++) {
            var candidates = new ArrayList<LineType<?>>();
            for (var type : types) {
                if (mayBegin(type, first)) {
                    candidates.add(type);
                }
            }
            byFirst[first] = candidates.toArray(LineType<?>[]::new);
        }
    }

    private static boolean mayBegin(LineType<?> type, int first) {
        for (var start : type.starts()) {
            if (start.charAt(0) == first) {
                return true;
            }
        }
        return type.starts().isEmpty();
    }

    /** Whether the text may be the beginning of a line of any type. */
    public boolean mayBeCut(String text) {
        for (var type : byFirst[Math.min(text.charAt(0), ASCII)]) {
            if (type.mayBeCut(text)) {
                return true;
            }
        }
        return false;
    }

    /** The line with its type: a whole line of one, else the beginning of one, else of no type. */
    public TypedLine classify(Line line) {
        var text = line.words();
        if (text.isEmpty()) {
            return TypedLine.of(line, null, null);
        }
        var candidates = byFirst[Math.min(text.charAt(0), ASCII)];
        for (var type : candidates) {
            var match = type.read(text);
            if (match != null) {
                return TypedLine.of(line, type, match);
            }
        }
        for (var type : candidates) {
            if (type.isCut(text)) {
                return TypedLine.of(line, type, null);
            }
        }
        return TypedLine.of(line, null, null);
    }
}
