package org.unsplat.symbols.tool;

/** A symbolizer gives no more answers: it cannot be run, has ended, does not answer, or prints what none would. */
public final class SymbolizerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public SymbolizerFailure(String message) {
        super(message);
    }
}
