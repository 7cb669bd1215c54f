package org.unsplat.grammar;

import java.util.function.Predicate;

/**
 * The answers to a question that is asked of one line, or of one function, many times: by each open report and by each of its pieces. Any
 * thread may ask: an answer, once there, does not change.
 */
public final class Lately {

    private static final int SLOTS = 256;

    /** A longer line is not kept. */
    private static final int LONGEST = 300;

    private final Predicate<String> question;
    private final Answer[] answers = new Answer[SLOTS];

    private record Answer(String line, boolean yes) {
    }

    /** @param question whose answer depends on the line alone */
    public Lately(Predicate<String> question) {
        this.question = question;
    }

    /** The answer for this line. */
    public boolean ask(String line) {
        if (line.length() > LONGEST) {
            return question.test(line);
        }
        var hash = line.hashCode();
        var slot = (hash ^ hash >>> 16) & SLOTS - 1;
        var known = answers[slot];
        if (known == null || !known.line.equals(line)) {
            known = new Answer(line, question.test(line));
            answers[slot] = known;
        }
        return known.yes;
    }
}
