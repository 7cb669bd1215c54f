package org.unsplat.symbols.tool;

/**
 * One function that an address lies in, and the line in it.
 *
 * @param function as the debug information names it, without a compiler's suffix; null where the tool does not know it
 * @param file null where the tool does not know it
 * @param line null where the tool does not know it
 */
public record SourceLine(String function, String file, Integer line) {

    private static final String UNKNOWN = "??";

    /**
     * What a tool prints of a level.
     *
     * @param line 0 where it does not know it, or the compiler made the code up
     */
    static SourceLine printed(String function, String file, int line) {
        boolean known = !isUnknown(file);
        return new SourceLine(
                isUnknown(function) ? null : function, known ? file : null, known && line > 0 ? (Integer) line : null);
    }

    private static boolean isUnknown(String text) {
        return text == null || text.isEmpty() || text.equals(UNKNOWN);
    }

    /** The same function elsewhere. */
    public SourceLine in(String other) {
        return new SourceLine(function, other, other == null ? null : line);
    }
}
