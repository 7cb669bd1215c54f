package org.unsplat.check;

import java.util.List;
import java.util.function.Consumer;
import org.unsplat.classify.LineType;
import org.unsplat.demux.Span;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.lock.LockLine;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.SourcePlace;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** Every frame and every lock of the report must have been read. */
final class UnparsedRule implements Rule {

    private static final List<LineType<?>> TYPES =
            List.of(FrameLine.TYPE, LockLine.TYPE, HeldLocksPiece.ENTRY, HeldLocksPiece.HEADER);

    /** A symbol with offset and size, whatever follows it. */
    private static final Regex SYMBOL = new Regex("(?d)(?:\\? )?[^\\s:]+\\+0x[0-9a-f]+/0x[0-9a-f]+(?: .*)?");

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var line : report.unparsed()) {
            if (isPart(line.text())) {
                problems.accept(new Problem(
                        Problem.Code.INCONSISTENT,
                        line.line(),
                        "expected a frame or a lock where the report prints one, found one that is in no part of it"));
                return;
            }
        }
    }

    private static boolean isPart(String text) {
        if (SourcePlace.HEADER.read(text) != null) {
            return false;
        }
        for (var type : TYPES) {
            if (type.read(text) != null) {
                return true;
            }
        }
        return SYMBOL.matches(text);
    }
}
