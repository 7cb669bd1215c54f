package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        Stream.of(span.own().stream(), span.doubtful().stream().map(Span.Doubt::line), Stream.ofNullable(span.below()))
                .flatMap(lines -> lines)
                .filter(StatusRule::isMixed)
                .findFirst()
                .ifPresent(line -> problems.accept(new Problem(
                        Problem.Code.LINES_LOST,
                        line.line().number(),
                        "expected a line of the kernel alone, found one into which another program wrote")));
    }

    private static boolean isMixed(TypedLine line) {
        return line.line().time() != null
                && STATES.stream().anyMatch(state -> line.text().indexOf(state) > 0);
    }
}
