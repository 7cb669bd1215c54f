package org.unsplat.grammar.stack;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.StackFrame;

/** A stack trace while its lines are read. */
final class TraceBuilder {

    private final List<StackFrame> frames = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final List<StackFrame> places = new ArrayList<>();
    private StackFrame last;
    private String context;

    /** The name of the stack that the next frame is on, null if unknown. */
    String stack;

    void add(StackFrame frame) {
        finish();
        last = frame;
        context = stack;
    }

    /** Adds a line between two frames, or before the first one. */
    void between(String line, List<String> before) {
        (last == null ? before : after).add(line);
    }

    /** Adds a place in the source that a tool printed for the last frame; the innermost function comes first. */
    void place(StackFrame place) {
        places.add(place);
    }

    private void finish() {
        if (last == null) {
            return;
        }
        if (!places.isEmpty() && last.file() == null) {
            var own = places.remove(places.size() - 1);
            last = last.at(own.file(), own.line());
            places.forEach(place -> frames.add(place.inTrace(context, List.of())));
        }
        places.clear();
        frames.add(last.inTrace(context, after));
        after.clear();
    }

    List<StackFrame> build() {
        finish();
        last = null;
        return List.copyOf(frames);
    }
}
