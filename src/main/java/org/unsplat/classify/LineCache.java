package org.unsplat.classify;

import java.util.function.Function;

/**
 * A small direct-mapped cache of a pure function of a string: reports that follow each other share most frames of their
 * stacks. Any thread may ask.
 */
public final class LineCache<T> {

    /** A longer line is not kept. */
    private static final int LONGEST = 300;

    private final Function<String, T> question;
    private final Answer<?>[] answers;

    private record Answer<T>(String line, T value) {}

    /**
     * @param slots how many answers are kept at most, a power of two
     * @param question whose answer depends on the line alone, and is never changed
     */
    public LineCache(int slots, Function<String, T> question) {
        this.answers = new Answer<?>[slots];
        this.question = question;
    }

    /** The answer for this line. */
    @SuppressWarnings("unchecked")
    public T get(String line) {
        if (line.length() > LONGEST) {
            return question.apply(line);
        }
        var hash = line.hashCode();
        var slot = (hash ^ hash >>> 16) & answers.length - 1;
        var known = (Answer<T>) answers[slot];
        if (known == null || !known.line.equals(line)) {
            known = new Answer<>(line, question.apply(line));
            answers[slot] = known;
        }
        return known.value;
    }
}
