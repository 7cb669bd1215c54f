package org.unsplat.demux;

import org.unsplat.input.Line;

/** What the kernel prints in place of messages that it dropped: {@code ** 3 printk messages dropped **}. */
public final class DroppedMessages {

    private static final String MARK = " printk messages dropped **";

    private DroppedMessages() {}

    /** Whether the mark stands on the line: alone, or, before 4.12, with a message behind it. */
    public static boolean areMarkedIn(Line line) {
        return line.raw().indexOf('*') >= 0 && line.raw().contains(MARK);
    }
}
