package org.unsplat.grammar.stack;

import org.unsplat.classify.ContextType;
import org.unsplat.classify.TypedLine;
import org.unsplat.model.StackFrame;

/**
 * A frame whose offset was cut away by a person: {@code lkt_sa_irq [lkt]}. A word of prose looks the same. So it counts only
 * after another trimmed frame, an inlined function or the head of a trace. The {@code (null)} of old kernels also counts
 * after any frame.
 */
final class OffsetlessFrameType extends ContextType<StackFrame> {

    OffsetlessFrameType() {
        super("trimmed frame");
    }

    @Override
    public StackFrame read(String text) {
        return Symbol.frame(text);
    }

    @Override
    public boolean follows(TypedLine last, TypedLine next) {
        if (last.is(this)) {
            return !next.afterBlank() && next.line().indent() >= last.line().indent();
        }
        if (last.is(StackTrace.MARK)) {
            return true;
        }
        var frame = last.read(FrameLine.TYPE);
        return frame != null
                ? frame.inline() || Symbol.isNull(next.text())
                : last.text().endsWith(":") && !last.isCut();
    }
}
