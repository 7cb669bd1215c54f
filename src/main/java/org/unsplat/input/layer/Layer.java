package org.unsplat.input.layer;

/**
 * A layer removes one thing that surrounds kernel text. Layers form a chain: each gets the lines that the one before passes
 * on. A layer may hold back a bounded number of lines until it can decide.
 */
public abstract class Layer {

    /** Gets what this layer passes on. */
    protected final Layer next;

    /** @param next null for the last layer */
    protected Layer(Layer next) {
        this.next = next;
    }

    public abstract void take(PartialLine line);

    /**
     * Whether this layer and those after it, up to {@code ConsoleLines}, would pass on a plain console record unchanged. Such a
     * record may skip them, and nearly all lines of a log do.
     */
    public boolean isTransparent() {
        return false;
    }

    /** Passes on the lines held back. */
    protected void flush() {}

    /** Ends a text, which is the input or a mail in it: passes on the lines held back, and then ends the next layer. */
    public void end() {
        flush();
        if (next != null) {
            next.end();
        }
    }
}
