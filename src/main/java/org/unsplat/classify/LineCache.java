package org.unsplat.classify;

import java.util.function.Function;

/**
 * A small cache of a pure function of a string, with two places for each string. Successive reports share most frames of their
 * stacks. Thread-safe.
 */
public final class LineCache<T> {

    /** Longer lines are not cached. */
    private static final int LONGEST = 300;

    private final Function<String, T> question;
    private final Answer<?>[] answers;

    private record Answer<T>(String line, T value) {}

    /**
     * @param slots the largest number of cached answers, a power of two
     * @param question a function whose result depends only on the line and is immutable
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
        var last = (Answer<T>) answers[slot];
        if (last != null && last.line.equals(line)) {
            return last.value;
        }
        var before = (Answer<T>) answers[slot ^ 1];
        if (before != null && before.line.equals(line)) {
            return before.value;
        }
        var answer = new Answer<>(line, question.apply(line));
        answers[slot ^ 1] = last;
        answers[slot] = answer;
        return answer.value;
    }
}
