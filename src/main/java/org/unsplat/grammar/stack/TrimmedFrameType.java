package org.unsplat.grammar.stack;

import org.unsplat.classify.ContextType;
import org.unsplat.classify.TypedLine;
import org.unsplat.model.StackFrame;

/**
 * A frame from which a person cut the offset: {@code lkt_sa_irq [lkt]}. A word of prose looks no other, so that it
 * counts only after another such, after an inlined function, and after what heads a trace; the {@code (null)} of old
 * kernels also after any frame.
 */
final class TrimmedFrameType extends ContextType<StackFrame> {

    TrimmedFrameType() {
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
