package org.unsplat.scan;

import java.util.regex.Pattern;

/**
 * A headline within a line, where no report can begin. Subjects and titles name a report but do not contain one; patches and
 * strings in source code neither. In a class of its own, because few logs have a line that its expressions must be compiled for.
 */
final class InnerHeadline {

    /** Each begins with words at which the prefilter stops. */
    private static final Pattern HEADLINE = Pattern.compile("(?:BUG|WARNING|INFO): (?:"
            + "KCSAN: (?:data-race in|assert: race in)"
            + "|(?:possible circular locking dependency detected"
            + "|possible recursive locking detected"
            + "|possible irq lock inversion dependency detected"
            + "|inconsistent lock state"
            + "|\\S{1,40}-safe -> \\S{1,40}-unsafe lock order detected"
            + "|suspicious RCU usage"
            + "|Invalid wait context"
            + "|bad unlock balance detected"
            + "|bad contention detected"
            + "|held lock freed"
            + "|lock held when returning to user space"
            + "|[^/]{1,40}/\\d{1,10} still has locks held!"
            + "|Nested lock was not taken"
            + "|trying to register non-static key"
            + "|looking up invalid subclass"
            + "|MAX_[A-Z_]{1,40} too low!"
            // Bots and commits use this as a title, with the function appended
            + ")(?! in\\b))");

    private static final Pattern TITLE = Pattern.compile("(?i)(?:re: *|fwd?: *)?"
            + "(?:subject:|title:|summary:|reported-by:|#syz |\\[syzbot]|run #\\d+: crashed:)");

    /** What may precede a headline at the start of its line. */
    private static final String BEFORE_HEADLINE = "=[]. ";

    private InnerHeadline() {}

    static boolean isIn(String text) {
        var headline = HEADLINE.matcher(text);
        while (headline.find()) {
            var at = headline.start();
            if (!isStart(text, at) && !text.startsWith("(\"", at - 2)) {
                return !isChanged(text) && !TITLE.matcher(text.strip()).lookingAt();
            }
        }
        return false;
    }

    private static boolean isStart(String text, int end) {
        var at = 0;
        while (at < end && BEFORE_HEADLINE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at == end;
    }

    /** Whether the line is added or removed by a patch; the item of a list has one blank after its sign. */
    private static boolean isChanged(String text) {
        var isItem = text.startsWith("- ") && text.charAt(2) > ' ';
        return text.charAt(0) == '+' || text.charAt(0) == '-' && !isItem;
    }
}
