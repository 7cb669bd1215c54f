package org.unsplat.demangle;

/** Thrown for a name that is not mangled correctly, or that exceeds a limit; never leaves the package. */
final class MalformedSymbol extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedSymbol() {
        super(null, null, false, false);
    }
}
