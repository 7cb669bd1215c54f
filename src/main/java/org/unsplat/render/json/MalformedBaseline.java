package org.unsplat.render.json;

/** Thrown for a file that is no baseline. The message is for the user: {@code known.json:3:7: not a baseline: ...}. */
public final class MalformedBaseline extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedBaseline(String message, Throwable cause) {
        super(message, cause);
    }
}
