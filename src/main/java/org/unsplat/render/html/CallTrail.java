package org.unsplat.render.html;

import java.util.List;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;

/**
 * A place and its callers.
 *
 * @param name of the function
 * @param place file and line; empty if the log was not symbolized
 * @param href a link to the place, or null
 * @param callers {@code <- c_abba <- lkt_run}, possibly empty
 */
record CallTrail(String name, String place, String href, String callers) {

    static final CallTrail UNKNOWN = new CallTrail("not known", "", null, "");

    /** The trail of a place of which only the stack is known. */
    static CallTrail of(StackFrame at, List<StackFrame> stack, FrameItems frames) {
        var start = FrameText.start(at, stack);
        return start == null ? UNKNOWN : of(start, FrameText.trail(at, stack).text(false), frames);
    }

    /** The trail of a known place; its callers are those after it in the stack. */
    static CallTrail from(StackFrame site, List<StackFrame> stack, FrameItems frames) {
        return site == null
                ? of(null, stack, frames)
                : of(site, FrameText.trailFrom(site, stack).text(false), frames);
    }

    private static CallTrail of(StackFrame start, String trail, FrameItems frames) {
        var length = FrameText.withPlace(start).text(false).length();
        return new CallTrail(
                FrameText.name(start),
                FrameText.place(start),
                frames.href(start),
                trail.substring(Math.min(length, trail.length())).strip());
    }
}
