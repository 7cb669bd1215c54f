package org.unsplat.cli;

/** Ends a command with exit status 2 and a message for the user: {@code file: problem: remedy}. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }
}
