package org.unsplat.render.show;

import java.util.List;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;
import org.unsplat.render.clean.CommonCallers;

/** Decides which part of a stack is folded. */
public final class FoldedStack {

    private FoldedStack() {}

    /** The number of frames to show, from the top down to the last informative one; a single further frame is not folded. */
    public static int lastTelling(List<StackFrame> frames) {
        var seen = 0;
        var last = 0;
        for (var i = 0; i < frames.size() && seen < ScreenWriter.FRAMES; i++) {
            if (StackPath.tells(frames.get(i))) {
                seen++;
                last = i + 1;
            }
        }
        last = last == 0 ? Math.min(frames.size(), ScreenWriter.FRAMES) : last;
        return frames.size() - last <= 1 ? frames.size() : last;
    }

    /** The number of common callers of both sides, if they are worth a part of their own; else 0. */
    public static int common(List<Race.Access> accesses) {
        var common = CommonCallers.count(accesses);
        if (common < 2) {
            return 0;
        }
        var stack = accesses.get(0).stack();
        return stack.subList(stack.size() - common, stack.size()).stream().anyMatch(StackPath::tells) ? common : 0;
    }
}
