package org.unsplat.grammar;

import org.unsplat.input.Line;

/** The line that an open report took last, and what is asked of it for every line that comes by: found out once. */
final class LastLine {

    private final Line line;
    private final boolean plainFrame;
    private Boolean whole;
    private Boolean mayEnd;

    LastLine(Line line) {
        this.line = line;
        this.plainFrame = FrameLine.isPlain(line.words());
    }

    Line line() {
        return line;
    }

    String words() {
        return line.words();
    }

    boolean isPlainFrame() {
        return plainFrame;
    }

    /** Whether it is all there, as far as the piece that took it and trimmed frames tell. */
    boolean isWhole(Piece piece) {
        if (whole == null) {
            whole = Unwrapper.isWhole(piece, words()) || StackTrace.isTrimmed(words());
        }
        return whole;
    }

    /** Whether the next line, directly below, is a frame that somebody trimmed, where one may come. */
    boolean isAboveTrimmed(Line next) {
        return StackTrace.isTrimmed(words(), next.words()) && next.isBelow(line);
    }

    /** Whether a trace may end with it. */
    boolean mayEnd() {
        if (mayEnd == null) {
            mayEnd = StackTrace.mayEnd(words());
        }
        return mayEnd;
    }
}
