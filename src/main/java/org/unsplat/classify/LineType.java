package org.unsplat.classify;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/**
 * A type of line that the kernel prints within a report: a frame, the header of a list of held locks, the CPU line.
 *
 * @param <M> what a match says: for most types the {@link Matcher} of the pattern
 */
public abstract class LineType<M> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final String[] starts;
    private final int index = COUNT.getAndIncrement();

    /**
     * @param name the standard name, for messages
     * @param starts what lines of the type begin with, one of these; none where they may begin with anything
     */
    protected LineType(String name, List<String> starts) {
        this.name = name;
        this.starts = starts.toArray(String[]::new);
    }

    /** A type whose lines match the pattern as a whole; a text at whose end the pattern wants more is cut. */
    public static LineType<Matcher> of(String name, String pattern, String... starts) {
        return new PatternType(name, List.of(starts), pattern);
    }

    /** A type of one line, always the same but for what an old kernel or a person may change. */
    public static LineType<String> words(String name, String... texts) {
        return new WordsType(name, List.of(texts));
    }

    /** The standard name. */
    public final String name() {
        return name;
    }

    final List<String> starts() {
        return List.of(starts);
    }

    /** Whether a line of this type may begin with the character. */
    final boolean mayBeginWith(char first) {
        for (var start : starts) {
            if (start.charAt(0) == first) {
                return true;
            }
        }
        return starts.length == 0;
    }

    /** Whether the text begins as lines of this type do, or is itself the beginning of what they begin with. */
    final boolean matchesStart(String text) {
        for (var start : starts) {
            if (text.startsWith(start) || start.startsWith(text)) {
                return true;
            }
        }
        return starts.length == 0;
    }

    /** Its place among all types, from 0. */
    public final int index() {
        return index;
    }

    /** What the stripped text says; null where it is no whole line of this type. */
    public abstract M read(String text);

    /** Whether the stripped text, which is no whole line of this type, is the beginning of one. */
    public boolean isCut(String text) {
        return false;
    }

    /**
     * Whether a whole line may go on with this text, which is no whole line itself: {@code [module]} after a symbol.
     * The two make a line only if this type can read them.
     */
    public boolean goesOn(String text, String tail) {
        return false;
    }

    /**
     * Whether a cut line of this type may end with a text that is a whole line of the other type: the address of a
     * frame with its symbol.
     */
    public boolean endsWith(LineType<?> other) {
        return false;
    }

    /** Whether a whole line looks as if its end were missing: a place without its offset. */
    public boolean isDoubtful(String text, M match) {
        return false;
    }

    /** Whether a text that this type reads can hardly be anything else, so that no prose can end it. */
    public boolean isStrict(String text) {
        return true;
    }

    /**
     * A whole line of this type once more with another end, where a symboliser repeats only the end of it for each
     * function that was inlined there; null for any other end.
     */
    public String copyEndingWith(String text, String end) {
        return null;
    }

    /** Whether nothing can be missing at the end of this whole line, so that it need not wait for the next one. */
    public boolean isClosed(String text) {
        return false;
    }

    /** Whether a line of this type turns out to be one of the other with its next part. */
    public boolean mayBecome(LineType<?> other) {
        return false;
    }

    /** Whether such a line is one of some report, wherever it stands: other dumps have registers, too. */
    public boolean isDistinctive(String text) {
        return true;
    }

    /** Whether a text that is not {@link #isCut} may be the beginning of such a line, though it may be anything else. */
    public boolean mayBeCut(String text) {
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
