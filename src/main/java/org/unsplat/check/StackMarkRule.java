package org.unsplat.check;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * A closing mark must close the stack opened last, a trace must not end before it, and the frames that an interrupt interrupted
 * must follow: {@code show_trace_log_lvl} continues with the stack below that of the interrupt.
 */
final class StackMarkRule implements Rule {

    /** Before 4.12 x86 ends the stack of an interrupt with EOI. */
    private static final int FIRST_WITH_PAIRS = 4012;

    /** In older kernels the stack of a task has no mark. */
    private static final int FIRST_WITH_TASK = 5016;

    /** Other exceptions may come from user space, where there is no kernel stack below. */
    private static final Set<String> INTERRUPTS = Set.of("IRQ", "SOFTIRQ");

    private static final String TASK = "TASK";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var version = KernelFormat.of(report).version();
        for (var part : span.parts()) {
            if (!check(part.lines(), version, problems)) {
                return;
            }
        }
    }

    private static boolean check(List<TypedLine> lines, int version, Consumer<Problem> problems) {
        String closed = null;
        var open = new ArrayDeque<String>();
        for (var line : lines) {
            var mark = line.read(StackTrace.MARK);
            if (line.is(BacktracePiece.HEAD)) {
                open.clear();
                closed = null;
            } else if (mark != null
                    && mark.startsWith("/")
                    && !mark.substring(1).equals(open.poll())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected <" + mark.substring(1) + "> above its frames, found the mark that closes it alone"));
                return false;
            } else if (mark != null && mark.startsWith("/")) {
                closed = mark.substring(1);
            } else if (mark != null) {
                open.push(mark);
                closed = null;
            } else if (version < FIRST_WITH_TASK && line.is(FrameLine.TYPE)) {
                closed = null;
            }
        }
        var missing = missing(open.peek(), closed, version);
        if (missing != null) {
            problems.accept(new Problem(
                    Problem.Code.MISSING_PART,
                    lines.get(lines.size() - 1).lastNumber(),
                    "expected " + missing + " below the last frame, found the end of the trace"));
        }
        return missing == null;
    }

    /** What must follow the end of a trace; null if nothing must. */
    private static String missing(String open, String closed, int version) {
        if (open != null && (open.equals(TASK) || version >= FIRST_WITH_PAIRS)) {
            return "</" + open + ">";
        }
        return closed == null || !INTERRUPTS.contains(closed)
                ? null
                : version < FIRST_WITH_TASK ? "the frames that were interrupted" : "<TASK>, which was interrupted,";
    }
}
