package org.unsplat.grammar.stack;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;

/** The frames of a stack that tell people something, and those that took a lock. */
public final class StackPath {

    private StackPath() {}

    /** The frames of the code that the report is about; where there are none, the one that says most of the way in. */
    public static List<StackFrame> of(List<StackFrame> stack) {
        var code = stack.stream().filter(StackPath::tells).toList();
        return !code.isEmpty()
                ? code
                : Stream.of(FrameRole.ENTRY, FrameRole.LOCKING)
                        .flatMap(role -> stack.stream().filter(frame -> is(frame, role)))
                        .limit(1)
                        .toList();
    }

    /** Whether it is of the code that the report is about. */
    public static boolean tells(StackFrame frame) {
        return isNamed(frame) && FrameRole.of(frame).isCode();
    }

    private static boolean is(StackFrame frame, FrameRole role) {
        return isNamed(frame) && FrameRole.of(frame) == role;
    }

    /** The first frame outside the code of locks and checkers, null for none. */
    public static StackFrame first(List<StackFrame> stack) {
        for (var frame : stack) {
            if (isNamed(frame) && (!isLocking(frame) || FrameRole.of(frame) == FrameRole.HELPER)) {
                return frame;
            }
        }
        return null;
    }

    /** The first frame that is not there to take a lock for its caller, if there is one; null for none of either. */
    public static StackFrame caller(List<StackFrame> stack) {
        for (var frame : stack) {
            if (isNamed(frame) && !isLocking(frame)) {
                return frame;
            }
        }
        return first(stack);
    }

    /** The function that took a lock: the first frame after the locking code, null for none. */
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

    /** Where the function that took a lock took it: of a symbolised place, the innermost frame of that function. */
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
     * Who took a lock at that place: the caller where the place is a lock function itself, or takes it for its caller; null for nobody known. No
     * function takes {@code fs_reclaim}: it stands for reclaim itself, and is named as the kernel names it.
     */
    public static StackFrame taker(StackFrame at, List<StackFrame> stack) {
        if (at == null || at.function() == null) {
            return caller(stack);
        }
        var isTaker = !isLocking(at) || at.function().equals("fs_reclaim_acquire");
        var caller = isTaker ? at : caller(stack);
        return caller == null && FrameRole.of(at) == FrameRole.HELPER ? at : caller;
    }

    /** Whether the stack shows where it comes from, so that no caller was cut off. */
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
