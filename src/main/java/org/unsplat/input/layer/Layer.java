package org.unsplat.input.layer;

/**
 * A layer removes one thing that surrounds kernel text. Layers form a chain: each gets the lines that the one before passes
 * on. A layer may hold back a bounded number of lines until it can decide.
 */
public interface Layer {

    void take(PartialLine line);

    /**
     * Whether this layer and those after it, up to {@code ConsoleLines}, would pass on a plain console record unchanged. Such a
     * record may skip them, and nearly all lines of a log do.
     */
    default boolean isTransparent() {
        return false;
    }

    /** Ends a text, which is the input or a mail in it: passes on the lines held back, and then ends the next layer. */
    void end();
}
