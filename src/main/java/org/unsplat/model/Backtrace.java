package org.unsplat.model;

import java.util.List;

/** A stack trace whose heading was printed; it may have no frames. In JSON it is the list of frames itself. */
public record Backtrace(List<StackFrame> frames) {

    /** The frames of a stack trace; none where it is null. */
    public static List<StackFrame> frames(Backtrace printed) {
        return printed == null ? List.of() : printed.frames;
    }
}
