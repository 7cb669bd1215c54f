package org.unsplat.demux;

import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.stack.SourcePlace;

/** Lines that an open report would take, if the lines between did not show that they belong to another text. */
final class OtherText {

    private OtherText() {}

    /**
     * Whether this is a frame after prose whose indentation differs, a part of another register dump, or the head of the places
     * of another frame.
     *
     * @param last the last line of the report
     * @param gap the number of lines between the two
     */
    static boolean isIn(TypedLine line, TypedLine last, int gap, boolean mayBeOver) {
        return SourcePlace.isOfOther(last, line)
                || gap > 0 && RegisterLines.areOther(last, line)
                || gap > 1
                        && line.line().time() == null
                        && line.is(FrameLine.TYPE)
                        && mayBeOver
                        && line.line().indent() != last.line().indent();
    }
}
