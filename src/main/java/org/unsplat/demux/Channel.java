package org.unsplat.demux;

import org.unsplat.input.Line;

/**
 * Where a report's lines come from: one caller, and one author's quoting, of one message.
 *
 * @param caller {@code T123} or {@code C4}, null where the console printed none
 * @param depth how deeply the lines are quoted
 * @param isOnly whether all lines so far came from this caller
 * @param printsNone whether the first line has a time without a caller: so a kernel prints all of its lines
 */
record Channel(String caller, int depth, boolean isOnly, boolean printsNone) {

    static Channel of(Line line) {
        return new Channel(line.caller(), line.depth(), true, line.caller() == null && line.time() != null);
    }

    /** The same after a line that may have come from another caller. */
    Channel after(Line line) {
        return caller == null || line.caller() == null || caller.equals(line.caller())
                ? this
                : new Channel(line.caller(), depth, false, printsNone);
    }

    /** Whether a line can be of it. */
    boolean admits(Line line) {
        return isSameQuoting(line.depth())
                && (caller == null
                        ? !printsNone || line.caller() == null
                        : caller.equals(line.caller()) || line.caller() == null && line.time() == null);
    }

    /** A mailer that breaks quoted lines loses a sign of some, but does not quote what was not. */
    private boolean isSameQuoting(int other) {
        return depth == other || Math.min(depth, other) > 0;
    }
}
