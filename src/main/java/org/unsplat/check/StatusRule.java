package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * No other program may have written into a line: systemd writes its status to the kernel's console, and the rest of the line
 * comes below it.
 * <pre>
 * [   12.345678]  do_sys[  OK  ] Started Journal Service.
 * call_64+0x5d/0xe0
 * </pre>
 */
final class StatusRule implements Rule {

    private static final List<String> STATES =
            List.of("[  OK  ] ", "[FAILED] ", "[DEPEND] ", "[ TIME ] ", "[ WARN ] ", "[ INFO ] ");

    /** The width of each. */
    private static final int WIDTH = 9;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var line : span.own()) {
            check(line, problems);
        }
        for (var doubt : span.doubtful()) {
            check(doubt.line(), problems);
        }
        if (span.below() != null) {
            check(span.below(), problems);
        }
    }

    private static void check(TypedLine line, Consumer<Problem> problems) {
        if (isMixed(line)) {
            problems.accept(new Problem(
                    Problem.Code.LINES_LOST,
                    line.line().number(),
                    "expected a line of the kernel alone, found one into which another program wrote"));
        }
    }

    /** Whether a state breaks off a word. In a line that is another program's from its beginning, a blank is in front of it. */
    private static boolean isMixed(TypedLine line) {
        var text = line.text();
        if (line.line().time() == null) {
            return false;
        }
        for (var at = text.indexOf('[', 1); at >= 0; at = text.indexOf('[', at + 1)) {
            if (text.charAt(at - 1) != ' '
                    && STATES.contains(text.substring(at, Math.min(text.length(), at + WIDTH)))) {
                return true;
            }
        }
        return false;
    }
}
