package org.unsplat.grammar;

import java.util.List;
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

    /**
     * The line that the two make, null where they make none; a console breaks no line that is whole.
     *
     * @param between lines after it that nobody took
     */
    Unwrapper.Joined joined(Piece piece, List<Line> between, Line next) {
        var text = next.words();
        var mayJoin = Unwrapper.isNear(words(), between, text)
                && (next.time() == null || !isWhole(piece) || Unwrapper.isFragment(text));
        return mayJoin ? Unwrapper.join(piece, words(), isWhole(piece), between, next, text) : null;
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
