package org.unsplat.input.markup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The signs around a log in Markdown and Jira that stand on its first and last line, where people do not write them on lines of
 * their own.
 * <pre>
 * {noformat:title=dmesg}[   12.345678] text        ```[   12.345678] text
 * [   12.345679] more text{noformat}               [   12.345679] more text```
 * </pre>
 */
public final class Fences {

    private static final List<String> BEGINNINGS = List.of("```", "{noformat", "{code");
    private static final List<String> ENDS = List.of("```", "{noformat}", "{code}");

    /** The language behind the sign of a block stands on the line alone. */
    private static final Pattern BEGINNING =
            Pattern.compile("^(?:```(?=[^`\\s]*[^`\\w\\s+-])|\\{(?:noformat|code)(?::[^{}]*)?\\}(?=.))");

    private Fences() {}

    /** Whether the text may begin with such a sign. */
    public static boolean mayBegin(String text) {
        if (text.isEmpty() || text.charAt(0) != '`' && text.charAt(0) != '{') {
            return false;
        }
        return BEGINNINGS.stream().anyMatch(text::startsWith);
    }

    /** The text without such a sign at its beginning. */
    static String begun(String text) {
        return mayBegin(text) ? BEGINNING.matcher(text).replaceFirst("") : text;
    }

    /** The text without such a sign at its end, if anything is in front of it. */
    public static String ended(String text) {
        for (var end : ENDS) {
            if (text.length() > end.length() && text.endsWith(end)) {
                return text.substring(0, text.length() - end.length()).stripTrailing();
            }
        }
        return text;
    }
}
