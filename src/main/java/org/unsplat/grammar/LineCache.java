package org.unsplat.grammar;

import java.util.function.Function;

/**
 * The answers to a question that is asked of one line, or of one function, many times: by each open report and by each
 * of its pieces, and again for the next report, for the ends of stacks are much alike. Any thread may ask: an answer,
 * once there, does not change.
 */
public final class LineCache<T> {

    private static final int SLOTS = 1024;

    /** A longer line is not kept. */
    private static final int LONGEST = 300;

    private final Function<String, T> question;
    private final Answer<?>[] answers = new Answer<?>[SLOTS];

    private record Answer<T>(String line, T value) {}

    /** @param question whose answer depends on the line alone, and is never changed */
    public LineCache(Function<String, T> question) {
        this.question = question;
    }

    /** The answer for this line. */
    @SuppressWarnings("unchecked")
    public T get(String line) {
        if (line.length() > LONGEST) {
            return question.apply(line);
        }
        var hash = line.hashCode();
        var slot = (hash ^ hash >>> 16) & SLOTS - 1;
        var known = (Answer<T>) answers[slot];
        if (known == null || known.line != line) {
            // Kept for this very object, which is asked about again at once, and then is not compared
            known = new Answer<>(line, known != null && known.line.equals(line) ? known.value : question.apply(line));
            answers[slot] = known;
        }
        return known.value;
    }
}
