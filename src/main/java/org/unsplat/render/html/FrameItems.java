package org.unsplat.render.html;

import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;
import org.unsplat.render.show.FoldedStack;

/** Prepares the frames of one report for the page. */
final class FrameItems {

    private final SourceLinks links;
    private final String kernel;
    /** Whether further frames are left out instead of folded. */
    private final boolean isShort;

    /** @param kernel the release that printed the report; may be null */
    FrameItems(SourceLinks links, String kernel, boolean isShort) {
        this.links = links;
        this.kernel = kernel;
        this.isShort = isShort;
    }

    String href(StackFrame frame) {
        return links.of(frame, kernel);
    }

    /** @param at the frame that the report is about, or null */
    FrameItem of(StackFrame frame, StackFrame at) {
        var dim = !frame.reliable() || !FrameRole.of(frame).isCode();
        var place = frame.file() != null
                ? FrameText.place(frame)
                : frame.module() == null ? "" : "[" + frame.module() + "]";
        return new FrameItem(
                (frame.reliable() ? "" : "? ") + FrameText.nameWithOffset(frame),
                place,
                href(frame),
                frame == at ? "at" : dim ? "tool" : null);
    }

    List<FrameItem> all(List<StackFrame> frames, StackFrame at) {
        return frames.stream().map(frame -> of(frame, at)).toList();
    }

    /** A stack whose informative frames are shown and whose other frames are folded. */
    StackBlock folded(List<StackFrame> frames, StackFrame at) {
        var last = FoldedStack.lastTelling(frames);
        var rest = frames.subList(last, frames.size());
        var more = rest.isEmpty() ? null : rest.size() + " more, to " + FrameText.name(rest.get(rest.size() - 1));
        return new StackBlock(null, all(frames.subList(0, last), at), isShort ? List.of() : all(rest, null), more);
    }

    boolean isShort() {
        return isShort;
    }
}
