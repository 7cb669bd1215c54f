package org.unsplat.classify;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/**
 * A type of line that the kernel prints in a report, such as a frame, the header of a list of held locks or the CPU line.
 *
 * @param <M> the result of {@link #read}; for most types the {@link Matcher} of their pattern
 */
public abstract class LineType<M> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final List<String> starts;
    private final int index = COUNT.getAndIncrement();

    /**
     * @param name the name in messages
     * @param starts the possible beginnings of such a line; empty if it may begin with anything
     */
    protected LineType(String name, List<String> starts) {
        this.name = name;
        this.starts = starts;
    }

    /** A type whose whole lines match the pattern; a text that ends before the pattern does is cut. */
    public static LineType<Matcher> of(String name, String pattern, String... starts) {
        return new PatternType(name, List.of(starts), pattern);
    }

    /** A type with a fixed text. Further texts are those of older kernels, and common edits by people. */
    public static LineType<String> words(String name, String... texts) {
        return new WordsType(name, List.of(texts));
    }

    /** The name in messages. */
    public final String name() {
        return name;
    }

    public final List<String> starts() {
        return starts;
    }

    /** Whether the text begins with one of the starts, or is a prefix of one. */
    final boolean matchesStart(String text) {
        for (var start : starts) {
            if (text.startsWith(start) || start.startsWith(text)) {
                return true;
            }
        }
        return starts.isEmpty();
    }

    /** The index of this type among all types, from 0. */
    public final int index() {
        return index;
    }

    /** Parses a stripped text; null if it is not a whole line of this type. */
    public abstract M read(String text);

    /** Whether the stripped text, which {@link #read} does not read, is the beginning of a line of this type. */
    public boolean isCut(String text) {
        return false;
    }

    /**
     * Whether this text, which is no whole line itself, may continue a whole line: {@code [module]} after a symbol. They are
     * joined only if this type reads the result.
     */
    public boolean goesOn(String text, String tail) {
        return false;
    }

    /**
     * Whether a cut line of this type may end with a text that is a whole line of the other type, as the address of a frame
     * may be followed by its symbol.
     */
    public boolean endsWith(LineType<?> other) {
        return false;
    }

    /** Whether the end of a whole line may be missing nevertheless, as in a place without an offset. */
    public boolean isDoubtful(String text, M match) {
        return false;
    }

    /** Whether a text that this type reads is hardly anything else. If not, prose at its end would be read as part of it. */
    public boolean isStrict(String text) {
        return true;
    }

    /**
     * A copy of a whole line of this type with another end. A symbolizer repeats a line for each inlined function, and some
     * output has only the ends of the copies. Null if the text cannot be such an end.
     */
    public String copyEndingWith(String text, String end) {
        return null;
    }

    /** Whether a whole line of this type is complete for sure, so that it need not wait for the next line. */
    public boolean isClosed(String text) {
        return false;
    }

    /** Whether a line of this type may become a line of the other type when its next part is joined. */
    public boolean mayBecome(LineType<?> other) {
        return false;
    }

    /** Whether such a line belongs to some report wherever it is. Register lines do not, because other dumps have them too. */
    public boolean isDistinctive(String text) {
        return true;
    }

    /** Whether a text that is not {@link #isCut} may be the beginning of such a line, but may also be something else. */
    public boolean mayBeCut(String text) {
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
