package org.unsplat.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is compiled when it is asked for the first time: one small report needs few of them, and to
 * compile them all would take longer than to read it.
 */
public final class Regex {

    private final String source;
    private volatile Pattern pattern;

    /** @param source as {@link Pattern} has it */
    public Regex(String source) {
        this.source = source;
    }

    /** A matcher of the text. */
    public Matcher matcher(CharSequence text) {
        var compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(source);
            pattern = compiled;
        }
        return compiled.matcher(text);
    }

    /** Whether the whole text is such an expression. */
    public boolean matches(CharSequence text) {
        return matcher(text).matches();
    }
}
