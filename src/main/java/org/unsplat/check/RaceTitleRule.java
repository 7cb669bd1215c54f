package org.unsplat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.grammar.stack.SourceName;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The title of a race must name the first function of each side's stack, in either order. */
final class RaceTitleRule implements Rule {

    /** The separator of the functions in the titles of prototypes, which print offsets. */
    private static final String OLD_JOINT = " and ";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var race = report.race();
        if (race == null || !span.hasHead() || report.headline().contains(OLD_JOINT)) {
            return;
        }
        if (SourceName.isOpen(report.headline())
                || report.headline().lastIndexOf('[') > report.headline().lastIndexOf(']')) {
            problems.accept(inconsistent(span, "expected a whole headline, found one that breaks off"));
            return;
        }
        if (race.functions().size() != (race.unknownOrigin() ? 1 : 2)) {
            problems.accept(
                    inconsistent(span, "expected a function of each side in the headline, found another number"));
            return;
        }
        var tops = new ArrayList<String>();
        for (var access : race.accesses()) {
            var top = top(access.stack());
            if (top != null) {
                tops.add(top);
            }
        }
        if (tops.size() != race.functions().size()) {
            return;
        }
        for (var function : race.functions()) {
            if (!tops.remove(plain(function))) {
                problems.accept(inconsistent(
                        span, "expected the first function of a side's stack in the headline, found " + function));
                return;
            }
        }
    }

    /** The function of the first frame that is not inlined; null for an empty stack. */
    private static String top(List<StackFrame> stack) {
        for (var frame : stack) {
            if (!frame.inline()) {
                return name(frame);
            }
        }
        return null;
    }

    private static Problem inconsistent(Span span, String message) {
        return new Problem(Problem.Code.INCONSISTENT, span.first(), message);
    }

    private static String name(StackFrame frame) {
        return frame.function() == null ? frame.address() : plain(frame.function());
    }

    /** The name without compiler suffixes, which not every tool keeps. */
    private static String plain(String function) {
        return FrameRole.plainName(function);
    }
}
