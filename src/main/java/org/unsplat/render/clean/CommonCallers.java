package org.unsplat.render.clean;

import java.util.List;
import java.util.Objects;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;

/** The callers that both stacks of a race have in common, counted from their outermost frames. */
public final class CommonCallers {

    private CommonCallers() {}

    /** The number of common callers; the frame of an access, and frames above it, never count. */
    public static int count(List<Race.Access> accesses) {
        if (accesses.size() != 2) {
            return 0;
        }
        var one = accesses.get(0).stack();
        var two = accesses.get(1).stack();
        var most = Math.min(callers(one), callers(two));
        var common = 0;
        while (common < most && isSame(one.get(one.size() - 1 - common), two.get(two.size() - 1 - common))) {
            common++;
        }
        return common;
    }

    private static int callers(List<StackFrame> stack) {
        var access = FrameRole.ofAccess(stack);
        return stack.size() - 1 - Math.max(0, stack.indexOf(access));
    }

    /** Whether two frames look the same; offsets are not compared, because readers would see no difference. */
    private static boolean isSame(StackFrame one, StackFrame two) {
        return Objects.equals(one.function(), two.function())
                && Objects.equals(one.file(), two.file())
                && Objects.equals(one.line(), two.line());
    }
}
