package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.LineType;
import org.unsplat.classify.Regex;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * No stack and no register dump may be open where another dump or report or a boot begins: its next lines cannot be told from those of
 * the other.
 */
final class InterruptedRule implements Rule {

    /** Rows of registers after which x86, powerpc and arm always print more. */
    private static final Regex INNER_ROW = new Regex(
            "(?:RAX|RDX|RBP|R10|GPR\\d\\d|REGS|MSR): .*|(?:NIP|LR)\\b.*|Exception stack\\(.*|[0-9a-f]{2}[ac]0: .*");

    /** The first row of the registers of an exception in the kernel, below which the interrupted frames follow. */
    private static final Regex IN_KERNEL = new Regex("RIP: .*\\+0x.*");

    private static final List<LineType<?>> DUMP_HEAD =
            TypeLists.joined(SystemLines.DUMP_HEAD, List.of(BacktracePiece.HEAD));

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var line : span.interrupted()) {
            if (isOpenAfter(line, report, span)) {
                problems.accept(new Problem(
                        Problem.Code.LINES_LOST,
                        line.line().number(),
                        "expected the next lines of the stack, but something else begins here"));
                return;
            }
        }
    }

    private static boolean isOpenAfter(TypedLine line, Report report, Span span) {
        var frame = line.read(FrameLine.TYPE);
        return frame != null
                ? !FrameRole.endsStack(lastReliable(line, frame, span))
                : line.is(RegisterLines.TYPE)
                        ? INNER_ROW.matches(line.text()) || isInKernel(line, span)
                        : report.race() == null && TypeLists.has(DUMP_HEAD, line.type())
                                || line.text().endsWith(" at:");
    }

    /** The last frame up to this line that is no guess; behind the end of a stack kernels before 4.9 print some. */
    private static StackFrame lastReliable(TypedLine end, StackFrame last, Span span) {
        var reliable = last;
        for (var line : span.own()) {
            var frame = line.read(FrameLine.TYPE);
            reliable = frame != null && frame.reliable() ? frame : reliable;
            if (line == end) {
                break;
            }
        }
        return reliable;
    }

    /** Whether the registers that end with this row are of an exception in the kernel. */
    private static boolean isInKernel(TypedLine end, Span span) {
        var isInKernel = false;
        for (var line : span.own()) {
            isInKernel = line.is(RegisterLines.TYPE) && (isInKernel || IN_KERNEL.matches(line.text()));
            if (line == end) {
                break;
            }
        }
        return isInKernel;
    }
}
