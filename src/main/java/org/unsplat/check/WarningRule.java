package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.oops.BacktracePiece;
import org.unsplat.grammar.oops.OopsHeaderPiece;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The message of a warning is the kernel's. Where a trap prints the warning, which the registers above the stack show, the message
 * was printed before the trap, so a line below the head is of something else.
 */
final class WarningRule implements Rule {

    private static final Regex IN_KERNEL = new Regex("RIP: 0010:.*|pc : .*|epc : .*|NIP .*|Krnl PSW .*");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (report.lockdep() == null || report.lockdep().warning() == null) {
            return;
        }
        TypedLine last = null;
        var mayHaveMessage = !isByTrap(span);
        for (var line : span.own()) {
            var isMessage = OopsHeaderPiece.isMessage(line);
            if (isMessage && last != null && OopsHeaderPiece.isWarning(last) && !mayHaveMessage) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line().number(),
                        "expected the message of the warning above its head, found a line below it"));
                return;
            }
            mayHaveMessage |= isMessage;
            last = line;
        }
    }

    /** Whether the registers of a trap are shown. Those of an interrupted function are within the stack. */
    private static boolean isByTrap(Span span) {
        for (var line : span.own()) {
            if (line.is(BacktracePiece.HEAD) || line.is(FrameLine.TYPE)) {
                return false;
            }
            if (line.is(RegisterLines.TYPE) && IN_KERNEL.matches(line.text())) {
                return true;
            }
        }
        return false;
    }
}
