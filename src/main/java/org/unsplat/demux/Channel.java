package org.unsplat.demux;

import org.unsplat.input.Line;

/**
 * The source of a report's lines: one caller and one quoting depth within a message.
 *
 * @param caller {@code T123} or {@code C4}, null if the console printed none
 * @param depth the quoting depth of the lines
 * @param isOnly whether all lines so far came from this caller
 * @param printsNone whether the first line has a time but no caller, so that this kernel prints no callers
 */
record Channel(String caller, int depth, boolean isOnly, boolean printsNone) {

    static Channel of(Line line) {
        return new Channel(line.caller(), line.depth(), true, line.caller() == null && line.time() != null);
    }

    /** The channel after a line that may have come from another caller. */
    Channel after(Line line) {
        return caller == null || line.caller() == null || caller.equals(line.caller())
                ? this
                : new Channel(line.caller(), depth, false, printsNone);
    }

    /** Whether a line may come from this channel. */
    boolean admits(Line line) {
        return isSameQuoting(line.depth())
                && (caller == null
                        ? !printsNone || line.caller() == null
                        : caller.equals(line.caller()) || line.caller() == null && line.time() == null);
    }

    /** Whether the line is quoted as deeply as the headline. A reply between quoted lines is not. */
    boolean isSameDepth(Line line) {
        return depth == line.depth();
    }

    /** A mailer that wraps quoted lines drops a quote mark from some of them, but never quotes an unquoted line. */
    private boolean isSameQuoting(int other) {
        return depth == other || Math.min(depth, other) > 0;
    }
}
