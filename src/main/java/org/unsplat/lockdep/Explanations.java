package org.unsplat.lockdep;

import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Lock;
import org.unsplat.model.StackFrame;
import org.unsplat.model.Task;

/** How explanations name tasks, locks and places. */
final class Explanations {

    private Explanations() {}

    static String task(Task task) {
        return task == null ? "A task" : task.comm() + "/" + task.pid();
    }

    static String lock(Lock lock) {
        return lock.classText();
    }

    /** "A", "A and B", "A, B and C". */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** " in FUNCTION (FILE:LINE)", nothing where the place is not known. */
    static String in(StackFrame at) {
        return place(" in ", at);
    }

    /** " by FUNCTION (FILE:LINE)", nothing where the place is not known. */
    static String by(StackFrame at) {
        return place(" by ", at);
    }

    /** "FUNCTION (FILE:LINE)", for a place that is known. */
    static String place(StackFrame at) {
        return place("", at);
    }

    private static String place(String word, StackFrame at) {
        return at == null || at.function() == null
                ? ""
                : word
                        + at.function()
                        + (at.file() == null || at.line() == null ? "" : " (" + at.file() + ":" + at.line() + ")");
    }

    /** "FUNCTION (FILE:LINE) took", for a stack that took a lock; null where it does not say who. */
    static String took(List<StackFrame> stack) {
        var caller = caller(stack);
        return caller == null ? null : place("", caller) + " took ";
    }

    /** The first frame outside the locking code, null for none. */
    static StackFrame caller(List<StackFrame> stack) {
        for (var frame : stack) {
            if (frame.reliable() && frame.function() != null && !isLocking(frame)) {
                return frame;
            }
        }
        return null;
    }

    /** The function that took a lock: the first frame after the locking code, null for none. */
    static StackFrame taker(List<StackFrame> stack) {
        var locking = false;
        for (var frame : stack) {
            if (frame.reliable() && frame.function() != null) {
                if (locking && !isLocking(frame)) {
                    return frame;
                }
                locking |= isLocking(frame);
            }
        }
        return null;
    }

    private static boolean isLocking(StackFrame frame) {
        var role = FrameRole.of(frame);
        return role == FrameRole.TOOL || role == FrameRole.LOCKING;
    }
}
