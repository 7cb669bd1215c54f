package org.unsplat.render.json;

/**
 * Thrown for input that is not the JSON of {@code parse}. The message is for the user:
 * {@code old.json:12:7: not the output of "unsplat parse": ...}.
 */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedJson(String input, int line, int column, String problem, Throwable cause) {
        super(
                input + ":" + line + ":" + column + ": not the output of \"unsplat parse\": " + problem
                        + "; write the file anew, or give the log itself",
                cause);
    }
}
