package org.unsplat.input.bytes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is compiled on first use. One small report needs few of them, and compiling all would take
 * longer than reading it.
 */
public final class Regex {

    private final String source;
    private volatile Pattern pattern;

    /** @param source in the syntax of {@link Pattern} */
    public Regex(String source) {
        this.source = source;
    }

    public Matcher matcher(CharSequence text) {
        var compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(source);
            pattern = compiled;
        }
        return compiled.matcher(text);
    }

    /** Whether the whole text matches. */
    public boolean matches(CharSequence text) {
        return matcher(text).matches();
    }
}
