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

    /** An expression that ends with anything is no proof that a line ends where it does. */
    @Override
    public boolean isStrict(String text) {
        return !isOpen;
    }

    /** The engine of the expressions tells whether more text could have made it match. */
    @Override
    public boolean isCut(String text) {
        if (text.length() < SHORTEST && !starts().contains(text.strip())) {
            return false;
        }
        var matcher = pattern.matcher(text);
        return !matcher.matches() && matcher.hitEnd();
    }
}
