package org.unsplat.demux;

import org.unsplat.input.Line;

/** The line that the kernel prints in place of messages that it dropped: {@code ** 3 printk messages dropped **}. */
public final class DroppedMessages {

    private static final String MARK = " printk messages dropped **";

    private DroppedMessages() {}

    /** Whether the mark is on the line: alone, or before a message as up to 4.12. */
    public static boolean areMarkedIn(Line line) {
        var isInPrefix = line.raw().length() - line.text().length() >= MARK.length();
        return (isInPrefix || line.stripped().startsWith("**")) && line.raw().contains(MARK);
    }
}
