package org.unsplat.check;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** The mark that closes a stack closes the one that was opened last, and a trace does not end before it. */
final class StackMarkRule implements Rule {

    /** Kernels before 5.16 mark no other stack that ends with the trace. */
    private static final String TASK = "TASK";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var part : span.parts()) {
            if (!check(part.lines(), problems)) {
                return;
            }
        }
    }

    private static boolean check(List<TypedLine> lines, Consumer<Problem> problems) {
        var open = new ArrayDeque<String>();
        for (var line : lines) {
            var mark = line.read(StackTrace.MARK);
            if (line.is(BacktracePiece.HEAD)) {
                open.clear();
            } else if (mark != null
                    && mark.startsWith("/")
                    && !mark.substring(1).equals(open.poll())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected <" + mark.substring(1) + "> above its frames, found the mark that closes it alone"));
                return false;
            } else if (mark != null && !mark.startsWith("/")) {
                open.push(mark);
            }
        }
        if (TASK.equals(open.peek())) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    lines.get(lines.size() - 1).lastNumber(),
                    "expected </TASK> below the last frame, found the end of the trace"));
            return false;
        }
        return true;
    }
}
