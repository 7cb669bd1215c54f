package org.unsplat.symbols;

import java.util.List;
import org.unsplat.model.StackFrame;

/** Gives what takes the place of a frame. */
interface FrameMapper {

    /** The functions that were inlined into the frame, innermost first, and then the frame itself, as it is or with a place. */
    List<StackFrame> map(StackFrame frame, AddressKind kind);
}
