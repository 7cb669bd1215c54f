package org.unsplat.symbols.tool;

/**
 * A function that contains an address, and the line in it.
 *
 * @param function as in the debug information, without compiler suffix; null if the tool does not know it
 * @param file null if the tool does not know it
 * @param line null if the tool does not know it
 */
public record SourceLine(String function, String file, Integer line) {

    private static final String UNKNOWN = "??";

    /**
     * A level as a tool prints it.
     *
     * @param line 0 if the tool does not know it, or if the compiler added the code
     */
    static SourceLine printed(String function, String file, int line) {
        boolean known = !isUnknown(file);
        return new SourceLine(
                isUnknown(function) ? null : function, known ? file : null, known && line > 0 ? (Integer) line : null);
    }

    private static boolean isUnknown(String text) {
        return text == null || text.isEmpty() || text.equals(UNKNOWN);
    }

    /** The same function in another file. */
    public SourceLine in(String other) {
        return new SourceLine(function, other, other == null ? null : line);
    }
}
