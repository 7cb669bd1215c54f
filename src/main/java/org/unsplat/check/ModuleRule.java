package org.unsplat.check;

import java.util.HashMap;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * A frame of one place is in one module in all stacks; where the module is missing, somebody cut it off. Other places of a function of this name
 * may be in the kernel itself, because an inline function can have a copy in each.
 */
final class ModuleRule implements Rule {

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        if (span.find(line ->
                        line.is(FrameLine.TYPE) && line.read(FrameLine.TYPE).module() != null)
                == null) {
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
}
