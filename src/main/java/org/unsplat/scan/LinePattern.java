package org.unsplat.scan;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the user that a line of the kernel must match. Java's expressions may take exponential time, so the
 * search in a line ends after a number of steps, and the line then counts as one that does not match.
 */
public final class LinePattern {

    private static final int STEPS = 1_000_000;

    private final Pattern pattern;

    /** @throws PatternSyntaxException if it is no regular expression */
    public LinePattern(String regex) {
        pattern = Pattern.compile(regex);
    }

    /** Whether part of the text matches; {@link Answer#TOO_SLOW} if that takes too many steps. */
    Answer findIn(String text) {
        try {
            return pattern.matcher(new CountedText(text)).find() ? Answer.YES : Answer.NO;
        } catch (TooManySteps | StackOverflowError e) {
            return Answer.TOO_SLOW;
        }
    }

    /** The result of a search. */
    enum Answer {
        YES,
        NO,
        TOO_SLOW
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** A text of which only a number of characters may be read. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private int left = STEPS;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        /** No search asks for it. */
        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
