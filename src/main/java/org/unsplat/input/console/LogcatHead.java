package org.unsplat.input.console;

import java.util.regex.Pattern;

/**
 * The header of Android's logcat before a line of the kernel, with the year and the user if requested.
 *
 * <pre>{@code
 * 06-25 12:00:00.123  1234  1234 W kernel  : text
 * 06-25 12:00:00.123     0     0 W         : text
 * 2024-06-25 12:00:00.123  root     0     0 W kernel  : text
 * }</pre>
 *
 * <p>The headers of lines of other programs stay.
 */
final class LogcatHead {

    private static final int LONGEST = 80;

    private static final Pattern HEAD = Pattern.compile(
            "(?:\\d{4}-)?\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3,9}(?: +\\w+)? +\\d{1,7} +\\d{1,7} [VDIWEF] (?:kernel)? *: ");

    private LogcatHead() {}

    /** The index after the header that begins here, -1 if there is none. */
    static int end(String text, int at) {
        var dash = text.indexOf('-', at);
        if (dash < 0 || dash > at + 4) {
            return -1;
        }
        var head = HEAD.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
        return head.lookingAt() ? head.end() : -1;
    }
}
