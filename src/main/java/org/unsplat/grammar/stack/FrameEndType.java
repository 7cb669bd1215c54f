package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineType;

/** A type of line that ends with a frame: where it is broken, the rest may be a frame, or belong to one. */
public abstract class FrameEndType<M> extends LineType<M> {

    protected FrameEndType(String name, List<String> starts) {
        super(name, starts);
    }

    @Override
    public boolean goesOn(String text, String tail) {
        return FrameLine.TYPE.goesOn(text, tail);
    }

    @Override
    public boolean endsWith(LineType<?> other) {
        return other == FrameLine.TYPE;
    }
}
