package org.unsplat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;

/** Stacks cut down to what tells something, each frame to its function, place and module. */
final class TrimmedFrame {

    private TrimmedFrame() {
    }

    static List<StackFrame> stack(List<StackFrame> frames) {
        var tells = frames.stream().filter(FrameText::tells).toList();
        var first = FrameText.telling(frames);
        return (tells.isEmpty() && first != null && first.reliable() ? List.of(first) : tells).stream().map(TrimmedFrame::of).toList();
    }

    /** The place goes with the name: no form of the kernel's has a place and no offset. */
    static StackFrame of(StackFrame frame) {
        var function = frame.function() == null ? null : frame.function()
                + (frame.file() == null ? "" : " " + FrameText.place(frame)) + (frame.inline() ? " [inline]" : "");
        return new StackFrame(function, null, null, frame.module(), null, null, null, false, frame.reliable(),
                function == null ? frame.address() : null, function == null ? frame.addressText() : null, null, null,
                List.of(), null, null, null, null, null, List.of(), List.of());
    }

    /** Two racing stacks down to the first caller that they share. */
    static List<Race.Access> withoutCommon(List<Race.Access> accesses) {
        if (accesses.size() != 2) {
            return accesses;
        }
        var one = accesses.get(0).stack();
        var two = accesses.get(1).stack();
        int common = 0;
        while (common < Math.min(one.size(), two.size()) - 1
                && isSame(one.get(one.size() - 1 - common), two.get(two.size() - 1 - common))) {
            common++;
        }
        int gone = Math.max(0, common - 1);
        var cut = new ArrayList<Race.Access>();
        accesses.forEach(access -> cut.add(new Race.Access(access.type(), access.op(), access.marked(), access.scoped(),
                access.isAssert(), access.address(), access.size(), access.context(), access.pid(), access.cpu(),
                access.stack().subList(0, access.stack().size() - gone), access.reorderedTo(), access.held(), null,
                access.lockdepOff())));
        return cut;
    }

    private static boolean isSame(StackFrame one, StackFrame two) {
        return Objects.equals(one.function(), two.function()) && Objects.equals(one.line(), two.line());
    }
}
