package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;

/** The type of a ruler: one character, 16 times or more. The match is its length. */
public final class RulerType extends LineType<Integer> {

    /** The length of the ruler that ends a list of all locks. */
    public static final int LIST = 45;

    private static final int SHORTEST = 16;

    /** No ruler is longer than KCSAN's. */
    private static final int LONGEST = 66;

    private final char character;
    private final int length;

    /** @param length that it has, 0 for any other than that of {@link #LIST} */
    RulerType(char character, int length) {
        super("ruler", List.of(String.valueOf(character)));
        this.character = character;
        this.length = length;
    }

    @Override
    public Integer read(String text) {
        var found = text.length();
        for (var i = 0; i < found; i++) {
            if (text.charAt(i) != character) {
                return null;
            }
        }
        var fits = length == 0 ? found >= SHORTEST && (found != LIST || character != '=') : found == length;
        return fits ? found : null;
    }

    @Override
    public boolean isClosed(String text) {
        return text.length() >= LONGEST;
    }

    @Override
    public boolean isDistinctive(String text) {
        return false;
    }
}
