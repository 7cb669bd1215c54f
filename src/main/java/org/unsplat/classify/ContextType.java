package org.unsplat.classify;

import java.util.List;

/**
 * A type of line that looks like prose and is recognized only directly after certain lines: the message of a warning, or a
 * frame whose offset was cut away by a person. The {@link Classifier} does not try it.
 *
 * @param <M> the result of {@link #read}
 */
public abstract class ContextType<M> extends LineType<M> {

    protected ContextType(String name) {
        super(name, List.of());
    }

    /** Whether a line of this type may stand directly after the last line of the report. */
    public abstract boolean follows(TypedLine last, TypedLine next);
}
