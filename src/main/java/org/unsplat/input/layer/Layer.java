package org.unsplat.input.layer;

/**
 * One thing that is put around kernel text, and how to take it off. Layers stand in a row: each is handed the lines
 * that the one before it has dealt with, and hands its own on. A layer may hold a bounded number of lines back until
 * it has seen the evidence.
 */
public interface Layer {

    void take(PartialLine line);

    /**
     * Whether a plain console record would pass this layer and those after it, up to {@code ConsoleLines}, without
     * changing anything. Then it may skip them, as nearly all lines of a log do.
     */
    default boolean isTransparent() {
        return false;
    }

    /** A text is over, be it the input or a mail in it: what is held back must go on, then the next layer is told. */
    void end();
}
