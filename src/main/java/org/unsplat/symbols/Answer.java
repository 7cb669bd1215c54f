package org.unsplat.symbols;

import java.util.List;
import org.unsplat.symbols.tool.SourceLine;

/**
 * What a debug file says of a frame.
 *
 * @param lines the innermost function first; empty where nothing can be said
 * @param doubt why not; {@link Doubt#NONE} where there are lines
 */
record Answer(List<SourceLine> lines, Doubt doubt) {

    /** Why a frame has no line. */
    enum Doubt {
        NONE,
        /** No function has this name and this size. */
        NOT_THERE,
        /** Several have, and their lines differ. */
        SEVERAL,
        /** The tool names another function, or no line. */
        OTHER,
        /** The tool gives no answers. */
        NO_TOOL
    }

    static Answer of(Doubt doubt) {
        return new Answer(List.of(), doubt);
    }
}
