package org.unsplat.grammar.stack;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;

/** Selects the frames of a stack that are informative, and the frame that took a lock. */
public final class StackPath {

    private StackPath() {}

    /** The frames of the code that the report is about; if there are none, the first entry frame, else the first lock function. */
    public static List<StackFrame> of(List<StackFrame> stack) {
        var code = stack.stream().filter(StackPath::tells).toList();
        return !code.isEmpty()
                ? code
                : Stream.of(FrameRole.ENTRY, FrameRole.LOCKING)
                        .flatMap(role -> stack.stream().filter(frame -> is(frame, role)))
                        .limit(1)
                        .toList();
    }

    /** Whether the frame is of the code that the report is about. */
    public static boolean tells(StackFrame frame) {
        return isNamed(frame) && FrameRole.of(frame).isCode();
    }

    private static boolean is(StackFrame frame, FrameRole role) {
        return isNamed(frame) && FrameRole.of(frame) == role;
    }

    /** The first frame that is neither a plain lock function nor a checker; null if there is none. */
    public static StackFrame first(List<StackFrame> stack) {
        for (var frame : stack) {
            if (isNamed(frame) && (!isLocking(frame) || FrameRole.of(frame) == FrameRole.HELPER)) {
                return frame;
            }
        }
        return null;
    }

    /** The first frame that does not take a lock on behalf of its caller; else as {@link #first}. */
    public static StackFrame caller(List<StackFrame> stack) {
        for (var frame : stack) {
            if (isNamed(frame) && !isLocking(frame)) {
                return frame;
            }
        }
        return first(stack);
    }

    /** The function that took a lock: the first frame after the lock functions; null if there is none. */
    public static StackFrame taker(List<StackFrame> stack) {
        var locking = false;
        for (var frame : stack) {
            if (isNamed(frame)) {
                if (locking && !isLocking(frame)) {
                    return frame;
                }
                locking |= isLocking(frame);
            }
        }
        return null;
    }

    /** The place where a lock was taken; if symbolized, the innermost frame of that function. */
    public static StackFrame place(Lock lock) {
        var at = lock.at();
        for (var inlined : lock.inlinedInto()) {
            if (at != null && inlined.function() != null && inlined.function().equals(at.function())) {
                return inlined;
            }
        }
        return at;
    }

    /**
     * The function that took a lock at this place: the caller, if the place is in a lock function or a helper; null if unknown.
     * {@code fs_reclaim} is taken by no other function, so the function that the kernel names is kept.
     */
    public static StackFrame taker(StackFrame at, List<StackFrame> stack) {
        if (at == null || at.function() == null) {
            return caller(stack);
        }
        var isTaker = !isLocking(at) || at.function().equals("fs_reclaim_acquire");
        var caller = isTaker ? at : caller(stack);
        return caller == null && FrameRole.of(at) == FrameRole.HELPER ? at : caller;
    }

    /** Whether the stack has an entry frame, so that no caller was cut off. */
    public static boolean hasWayIn(List<StackFrame> stack) {
        return stack.stream().anyMatch(frame -> is(frame, FrameRole.ENTRY));
    }

    private static boolean isNamed(StackFrame frame) {
        return frame.reliable() && frame.function() != null;
    }

    private static boolean isLocking(StackFrame frame) {
        var role = FrameRole.of(frame);
        return role != FrameRole.CODE && role != FrameRole.ENTRY;
    }
}
