package org.unsplat.demangle;

/** A name that is not mangled as it should be, or goes beyond a limit; never leaves the package. */
final class MalformedSymbol extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedSymbol() {
        super(null, null, false, false);
    }
}
