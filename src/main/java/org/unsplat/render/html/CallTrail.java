package org.unsplat.render.html;

import java.util.List;
import org.unsplat.model.StackFrame;
import org.unsplat.render.FrameText;

/**
 * A place and who called it.
 *
 * @param name of the function
 * @param place its file and line; empty where the log was not decoded
 * @param href where that is shown, or null
 * @param callers {@code <- c_abba <- lkt_run}, perhaps empty
 */
record CallTrail(String name, String place, String href, String callers) {

    static final CallTrail UNKNOWN = new CallTrail("not known", "", null, "");

    /** Of a place of which only the stack tells. */
    static CallTrail of(StackFrame at, List<StackFrame> stack, FrameItems frames) {
        var start = FrameText.start(at, stack);
        return start == null ? UNKNOWN : of(start, FrameText.trail(at, stack).text(false), frames);
    }

    /** Of a place that is known, whose callers are those behind it. */
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
