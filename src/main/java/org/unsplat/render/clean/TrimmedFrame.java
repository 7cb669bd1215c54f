package org.unsplat.render.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.AccessBuilder;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;
import org.unsplat.model.StackFrameBuilder;
import org.unsplat.render.FrameText;

/** Reduces stacks to informative frames, and each frame to its function, place and module. */
final class TrimmedFrame {

    private TrimmedFrame() {}

    /** The informative frames, and those whose function the title names even if it is a lock function. */
    static List<StackFrame> stack(List<StackFrame> frames, Set<String> named) {
        var telling = frames.stream()
                .filter(frame -> StackPath.tells(frame) || frame.reliable() && isNamed(frame, named))
                .toList();
        var way = telling.isEmpty()
                ? frames.stream().filter(TrimmedFrame::isWayIn).limit(1).toList()
                : telling;
        return way.stream().map(TrimmedFrame::of).toList();
    }

    private static boolean isNamed(StackFrame frame, Set<String> named) {
        return frame.function() != null && named.contains(frame.function().replaceFirst("\\..*", ""));
    }

    private static boolean isWayIn(StackFrame frame) {
        return frame.reliable() && frame.function() != null && FrameRole.of(frame) != FrameRole.TOOL;
    }

    /** The frame with its place as part of the name, because no format of the kernel has a place without an offset. */
    static StackFrame of(StackFrame frame) {
        var function = frame.function()
                + (frame.line() == null ? "" : " " + FrameText.place(frame))
                + (frame.inline() ? " [inline]" : "");
        return StackFrameBuilder.builder()
                .function(function)
                .module(frame.module())
                .reliable(true)
                .build();
    }

    /** Two racing stacks, cut after the first caller they have in common. */
    static List<Race.Access> withoutCommon(List<Race.Access> accesses) {
        var gone = Math.max(0, CommonCallers.count(accesses) - 1);
        var cut = new ArrayList<Race.Access>();
        accesses.forEach(access -> cut.add(AccessBuilder.builder(access)
                .stack(access.stack().subList(0, access.stack().size() - gone))
                .irqTrace(null)
                .build()));
        return cut;
    }
}
