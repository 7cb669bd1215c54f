package org.unsplat.grammar;

import java.util.List;
import org.unsplat.classify.LineType;

/** A ruler: one character repeated at least 16 times. The match is its length. */
public final class RulerType extends LineType<Integer> {

    /** The length of the ruler that ends a list of all locks. */
    public static final int LIST = 45;

    /** A shorter line of one character may be something else. */
    static final int SHORTEST = 16;

    /** KCSAN's ruler is the longest. */
    private static final int LONGEST = 66;

    private final char character;
    private final int length;

    /** @param length the only length it accepts; 0 for any except {@link #LIST} */
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
