package org.unsplat.cli;

import java.io.IOException;

/** The output could not be written; unchecked, so that it passes through the writers and is not taken for an input. */
final class OutputFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean closedPipe;

    OutputFailed(String name, IOException cause) {
        super(name + ": cannot be written: " + IoReason.of(cause) + ": see that there is room, and run again", cause);
        this.closedPipe = IoReason.isClosedPipe(cause);
    }

    /** Whether the reader has gone, which is its good right and no error. */
    boolean closedPipe() {
        return closedPipe;
    }
}
