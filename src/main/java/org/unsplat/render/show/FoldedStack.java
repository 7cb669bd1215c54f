package org.unsplat.render.show;

import java.util.List;
import org.unsplat.grammar.stack.StackPath;
import org.unsplat.model.Race;
import org.unsplat.model.StackFrame;
import org.unsplat.render.clean.CommonCallers;

/** Which part of a stack is folded. */
public final class FoldedStack {

    private FoldedStack() {}

    /** How many frames tell something, from the top; one more is not worth a fold. */
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

    /** How many callers both sides share, where that is worth a place of its own. */
    public static int common(List<Race.Access> accesses) {
        var common = CommonCallers.count(accesses);
        if (common < 2) {
            return 0;
        }
        var stack = accesses.get(0).stack();
        return stack.subList(stack.size() - common, stack.size()).stream().anyMatch(StackPath::tells) ? common : 0;
    }
}
