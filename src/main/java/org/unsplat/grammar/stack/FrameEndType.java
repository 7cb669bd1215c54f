package org.unsplat.grammar.stack;

import java.util.List;
import org.unsplat.classify.LineType;

/** A line type that ends with a frame, so that the rest of a broken line may be a frame or a part of one. */
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
