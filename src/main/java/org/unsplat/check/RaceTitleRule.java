package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.demux.Span;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Problem;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** The title of a race names a function of each side's stack. */
final class RaceTitleRule implements Rule {

    /** Between the functions in the titles of prototypes, with their offsets. */
    private static final String OLD_JOINT = " and ";

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        var race = report.race();
        if (race == null || !span.hasHead() || report.headline().contains(OLD_JOINT)) {
            return;
        }
        if (race.functions().size() != (race.unknownOrigin() ? 1 : 2)) {
            problems.accept(
                    inconsistent(span, "expected a function of each side in the headline, found another number"));
            return;
        }
        for (var function : race.functions()) {
            if (hasStacks(race) && isInNone(race, function)) {
                problems.accept(
                        inconsistent(span, "expected a function of a side's stack in the headline, found " + function));
                return;
            }
        }
    }

    private static Problem inconsistent(Span span, String message) {
        return new Problem(Problem.Code.INCONSISTENT, span.first(), message);
    }

    private static boolean hasStacks(Race race) {
        return race.accesses().stream().noneMatch(access -> access.stack().isEmpty());
    }

    private static boolean isInNone(Race race, String function) {
        return race.accesses().stream()
                .flatMap(access -> access.stack().stream())
                .noneMatch(frame -> plain(function).equals(name(frame)));
    }

    private static String name(StackFrame frame) {
        return frame.function() == null ? frame.address() : plain(frame.function());
    }

    /** Not every tool keeps the compiler's suffixes. */
    private static String plain(String function) {
        return FrameRole.plainName(function);
    }
}
