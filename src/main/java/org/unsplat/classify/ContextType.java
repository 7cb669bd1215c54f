package org.unsplat.classify;

import java.util.List;

/**
 * A type of line that looks like prose, and so counts only directly after certain others: the message of a warning, a
 * frame from which a person cut the offset. It is in no table.
 *
 * @param <M> what a match says
 */
public abstract class ContextType<M> extends LineType<M> {

    protected ContextType(String name) {
        super(name, List.of());
    }

    /** Whether a line of this type may stand directly after the last line of the report. */
    public abstract boolean follows(TypedLine last, TypedLine next);
}
