package org.unsplat.classify;

import java.util.List;
import java.util.regex.Matcher;

/** A type of line that is described by one regular expression. */
public class PatternType extends LineType<Matcher> {

    /** Fewer characters of a text may begin anything. */
    private static final int SHORTEST = 5;

    private final Regex pattern;
    private final boolean isOpen;

    /**
     * @param name the standard name, for messages
     * @param starts what lines of the type begin with, one of these; none where they may begin with anything
     * @param pattern of the whole stripped text; where it wants more at the end of a text, that text is cut
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

    /** {@link Matcher#hitEnd} tells whether more text could have matched. */
    @Override
    public boolean isCut(String text) {
        if (text.length() < SHORTEST && !starts().contains(text.strip())) {
            return false;
        }
        var matcher = pattern.matcher(text);
        return !matcher.matches() && matcher.hitEnd();
    }
}
