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

    /** Where the bracket of a state is at the earliest if a character is in front of it. */
    private static final int WIDTH = 7;

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

    private static boolean isMixed(TypedLine line) {
        return line.text().indexOf("] ", WIDTH) > 0
                && line.line().time() != null
                && STATES.stream().anyMatch(state -> line.text().indexOf(state) > 0);
    }
}
