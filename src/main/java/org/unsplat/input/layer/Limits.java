package org.unsplat.input.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an input went over what is kept of any input. What comes after it is read on, and each limit is told of once.
 */
public final class Limits {

    /** Why an input is not read on that is too long. */
    public static final String TOO_LONG = "it has more than " + Integer.MAX_VALUE + " lines";

    /** Bytes of a line that are kept, 1 MiB. */
    public static final int LINE_BYTES = 1 << 20;

    private final Map<String, Integer> firstLines = new LinkedHashMap<>();

    /**
     * Notes that a limit was met.
     *
     * @param limit which one, and what became of what lay beyond it
     */
    public void met(String limit, int line) {
        firstLines.putIfAbsent(limit, line);
    }

    /** The limits that were met, each with the first line that met it. */
    public Map<String, Integer> firstLines() {
        return firstLines;
    }
}
