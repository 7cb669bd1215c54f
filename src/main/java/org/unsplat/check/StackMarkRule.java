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

/** The mark that closes a stack closes the one that was opened last. */
final class StackMarkRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var open = new ArrayDeque<String>();
        for (var part : span.parts()) {
            open.clear();
            if (!check(part.lines(), open, problems)) {
                return;
            }
        }
    }

    private static boolean check(List<TypedLine> lines, ArrayDeque<String> open, Consumer<Problem> problems) {
        for (var line : lines) {
            var mark = line.read(StackTrace.MARK);
            if (line.is(BacktracePiece.HEAD)) {
                open.clear();
            } else if (mark != null && mark.startsWith("/") && !closes(open, mark.substring(1))) {
                problems.accept(unopened(line, mark));
                return false;
            } else if (mark != null && !mark.startsWith("/")) {
                open.push(mark);
            }
        }
        return true;
    }

    private static boolean closes(ArrayDeque<String> open, String mark) {
        return mark.equals(open.poll());
    }

    private static Problem unopened(TypedLine line, String mark) {
        return new Problem(
                Problem.Code.INCONSISTENT,
                line.line().number(),
                "expected <" + mark.substring(1) + "> above its frames, found the mark that closes it alone");
    }
}
