package org.unsplat.symbols;

import java.util.List;
import org.unsplat.symbols.tool.SourceLine;

/**
 * What a debug file says about a frame.
 *
 * @param lines the innermost function first; empty if nothing can be said
 * @param doubt the reason for that; {@link Doubt#NONE} if there are lines
 */
record FrameAnswer(List<SourceLine> lines, Doubt doubt) {

    /** Why a frame has no line. */
    enum Doubt {
        NONE,
        /** No function has this name and this size. */
        NOT_THERE,
        /** Several functions do, and their lines differ. */
        SEVERAL,
        /** The tool names another function, or no line. */
        OTHER,
        /** The tool does not answer. */
        NO_TOOL
    }

    static FrameAnswer of(Doubt doubt) {
        return new FrameAnswer(List.of(), doubt);
    }
}
