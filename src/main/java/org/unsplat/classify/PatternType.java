package org.unsplat.classify;

import java.util.List;
import java.util.regex.Matcher;
import org.unsplat.input.bytes.Regex;

/** A line type that is described by one regular expression. */
public class PatternType extends LineType<Matcher> {

    /** A shorter text may be the beginning of anything. */
    private static final int SHORTEST = 5;

    private final Regex pattern;
    private final boolean isOpen;

    /**
     * @param name the name in messages
     * @param starts the possible beginnings of such a line; empty if it may begin with anything
     * @param pattern of the whole stripped text; a text that ends before the pattern does is cut
     */
    protected PatternType(String name, List<String> starts, String pattern) {
        super(name, starts);
        this.pattern = new Regex(pattern);
        this.isOpen = pattern.endsWith(".*") || pattern.endsWith("(.*)");
    }

    @Override
    public Matcher read(String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher : null;
    }

    /** A pattern that ends in a wildcard does not prove where the line ends. */
    @Override
    public boolean isStrict(String text) {
        return !isOpen;
    }

    /** {@link Matcher#hitEnd} tells whether more text could have made it match. */
    @Override
    public boolean isCut(String text) {
        if (text.length() < SHORTEST && !starts().contains(text.strip())) {
            return false;
        }
        var matcher = pattern.matcher(text);
        return !matcher.matches() && matcher.hitEnd();
    }
}
