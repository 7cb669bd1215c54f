package org.unsplat.render.show;

import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.Style;

/** Shows all stacks of a lockdep report, for {@code -v}. */
final class LockdepStacks {

    private LockdepStacks() {}

    static void write(Report report, ScreenBuffer screen) {
        for (var stack : ReportStacks.of(report)) {
            screen.heading(stack.title());
            for (var frame : stack.frames()) {
                var dim = !frame.reliable() || !FrameRole.of(frame).isCode();
                screen.line(
                        ScreenBuffer.MARGIN,
                        FrameText.line(frame, dim ? Style.DIM : Style.PLAIN, screen.width() - ScreenBuffer.MARGIN));
            }
        }
    }
}
