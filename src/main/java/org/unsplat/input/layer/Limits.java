package org.unsplat.input.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The limits that an input exceeded. Reading goes on after the excess, and each limit is reported once.
 */
public final class Limits {

    /** Why an input is not read to its end. */
    public static final String TOO_LONG = "it has more than " + Integer.MAX_VALUE + " lines";

    /** The number of bytes of a line that are kept, 1 MiB. */
    public static final int LINE_BYTES = 1 << 20;

    private final Map<String, Integer> firstLines = new LinkedHashMap<>();

    /**
     * The sum of two numbers of lines.
     *
     * @throws UncheckedIOException if it is too large
     */
    public static int sum(int lines, int more) {
        if (more > Integer.MAX_VALUE - lines) {
            throw new UncheckedIOException(new IOException(TOO_LONG));
        }
        return lines + more;
    }

    /**
     * Notes an exceeded limit.
     *
     * @param limit the limit, and what was done with the excess
     */
    public void met(String limit, int line) {
        firstLines.putIfAbsent(limit, line);
    }

    /** The exceeded limits, each with the first line that exceeded it. */
    public Map<String, Integer> firstLines() {
        return firstLines;
    }
}
