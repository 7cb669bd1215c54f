package org.unsplat;

/**
 * How reports are read.
 *
 * @param withText whether a report carries the lines that it was read from
 */
public record ReadOptions(boolean withText) {

    /** Reports without their text. */
    public static ReadOptions defaults() {
        return new ReadOptions(false);
    }

    /** The same, but with the text of each report. */
    public static ReadOptions includingText() {
        return new ReadOptions(true);
    }
}
