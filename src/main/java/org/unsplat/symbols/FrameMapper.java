package org.unsplat.symbols;

import java.util.List;
import org.unsplat.model.StackFrame;

/** Replaces frames. */
interface FrameMapper {

    /** The functions inlined into the frame, innermost first, and then the frame itself, with or without a place. */
    List<StackFrame> map(StackFrame frame, AddressKind kind);
}
