package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.HungTaskPiece;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * No stack and no register dump may be open where another dump or report or a boot begins: its next lines cannot be told from
 * those of the other.
 */
final class InterruptedRule implements Rule {

    /** Rows of registers after which x86, powerpc and arm always print more. */
    private static final Regex INNER_ROW = new Regex(
            "(?:RAX|RDX|RBP|R10|GPR\\d\\d|REGS|MSR): .*|(?:NIP|LR)\\b.*|Exception stack\\(.*|[0-9a-f]{2}[ac]0: .*");

    /** The first row of the registers of an exception in the kernel, below which the interrupted frames follow. */
    private static final Regex IN_KERNEL = new Regex("RIP: .*\\+0x.*");

    /** The first release whose {@code ret_from_fork} of x86 is in C: 6.6. */
    private static final int IN_C = 6006;

    /** The sizes of a {@code ret_from_fork} in C; those in assembly, of any architecture, have less than 64 bytes. */
    private static final Regex LARGE = new Regex("0x0*(?:[4-9a-f][0-9a-f]|[1-9a-f][0-9a-f]{2,})");

    private static final List<LineType<?>> DUMP_HEAD =
            TypeLists.joined(SystemLines.DUMP_HEAD, List.of(BacktracePiece.HEAD));

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (span.interrupted().isEmpty()) {
            return;
        }
        StackFrame reliable = null;
        var isInKernel = false;
        for (var line : span.own()) {
            var frame = line.read(FrameLine.TYPE);
            // Behind the end of a stack kernels before 4.9 print guesses
            reliable = frame != null && (frame.reliable() || reliable == null) ? frame : reliable;
            isInKernel = line.is(RegisterLines.TYPE) && (isInKernel || IN_KERNEL.matches(line.text()));
            var isOpen = frame != null
                    ? !FrameRole.endsStack(reliable) || isAboveAsm(reliable, report)
                    : isInKernel || isOpenAfter(line, report);
            if (isOpen && isInterruptedAfter(line, span)) {
                problems.accept(new Problem(
                        Problem.Code.LINES_LOST,
                        line.line().number(),
                        "expected the rest of the stack below this line, found the beginning of something else"));
                return;
            }
        }
    }

    private static boolean isInterruptedAfter(TypedLine line, Span span) {
        for (var interrupted : span.interrupted()) {
            if (interrupted == line) {
                return true;
            }
        }
        return false;
    }

    /** Since 6.6 {@code ret_from_fork} of x86 is in C, and {@code ret_from_fork_asm} calls it; it is larger than those in assembly. */
    private static boolean isAboveAsm(StackFrame frame, Report report) {
        return "ret_from_fork".equals(frame.function())
                && frame.size() != null
                && LARGE.matches(frame.size())
                && report.system() != null
                && report.system().kernel() != null
                && KernelFormat.versionOf(report.system().kernel()) >= IN_C;
    }

    private static boolean isOpenAfter(TypedLine line, Report report) {
        if (line.is(RegisterLines.TYPE)) {
            return INNER_ROW.matches(line.text());
        }
        var mark = line.read(StackTrace.MARK);
        return mark != null && !mark.startsWith("/")
                || report.race() == null && TypeLists.has(DUMP_HEAD, line.type())
                || HungTaskPiece.namesTask(line)
                || line.text().endsWith(" at:");
    }
}
