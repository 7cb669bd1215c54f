package org.unsplat;

/**
 * Options of {@link Reports#of}.
 *
 * @param withText whether each report carries the lines it was read from
 */
public record ReadOptions(boolean withText) {

    /** Without the text of the reports. */
    public static ReadOptions defaults() {
        return new ReadOptions(false);
    }

    /** With the text of each report. */
    public static ReadOptions includingText() {
        return new ReadOptions(true);
    }
}
