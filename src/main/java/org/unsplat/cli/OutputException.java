package org.unsplat.cli;

import java.io.IOException;

/** Thrown if the output cannot be written. Unchecked, so that no reader takes it for an error of the input. */
final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean closedPipe;

    OutputException(String name, IOException cause) {
        super(name + ": cannot be written: " + IoErrors.of(cause) + ": check the free space, and run again", cause);
        this.closedPipe = IoErrors.isClosedPipe(cause);
    }

    /** Whether the reader closed the pipe; not an error. */
    boolean closedPipe() {
        return closedPipe;
    }
}
