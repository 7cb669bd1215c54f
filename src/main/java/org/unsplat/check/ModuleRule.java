package org.unsplat.check;

import java.util.HashMap;
import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * Frames of one function with one offset and size have one module; where it is missing, somebody cut it off. With another offset
 * the function may be another one, because an inline function can have a copy in a module and in the kernel itself.
 */
final class ModuleRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        // Most reports have no frame of a module
        if (span.find(ModuleRule::hasModule) == null) {
            return;
        }
        var modules = new HashMap<String, Boolean>();
        for (var line : span.own()) {
            var frame = line.read(FrameLine.TYPE);
            // Frames with a place are of a symbolizer, which may leave modules out
            if (frame != null
                    && frame.reliable()
                    && frame.function() != null
                    && frame.size() != null
                    && frame.file() == null) {
                var hasModule = frame.module() != null;
                var known =
                        modules.putIfAbsent(frame.function() + "+" + frame.offset() + "/" + frame.size(), hasModule);
                if (known != null && known != hasModule) {
                    problems.accept(new Problem(
                            Problem.Code.INCONSISTENT,
                            line.line().number(),
                            "expected " + frame.function()
                                    + " in one module everywhere, found it with and without one"));
                    return;
                }
            }
        }
    }

    private static boolean hasModule(TypedLine line) {
        var frame = line.read(FrameLine.TYPE);
        return frame != null && frame.module() != null;
    }
}
