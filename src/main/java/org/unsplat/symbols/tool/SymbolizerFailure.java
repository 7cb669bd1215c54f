package org.unsplat.symbols.tool;

/** Thrown if a symbolizer cannot be run, has ended, does not answer, or answers nonsense. It is not asked again. */
public final class SymbolizerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public SymbolizerFailure(String message) {
        super(message);
    }
}
