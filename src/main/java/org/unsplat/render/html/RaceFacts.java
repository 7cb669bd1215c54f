package org.unsplat.render.html;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Race;
import org.unsplat.model.Report;
import org.unsplat.render.FrameText;
import org.unsplat.render.show.AccessPhrases;
import org.unsplat.render.show.FoldedStack;

/**
 * The facts of a race for the page.
 *
 * @param isOfUnknownOrigin whether the other side is unknown and no explanation says so
 * @param common the callers that both sides have in common, null if there are none
 * @param value null if not printed
 */
record RaceFacts(List<AccessColumn> sides, boolean isOfUnknownOrigin, StackBlock common, ValueFacts value) {

    static RaceFacts of(Report report, FrameItems frames) {
        var race = report.race();
        var common = FoldedStack.common(race.accesses());
        var sides = new ArrayList<AccessColumn>();
        race.accesses().forEach(access -> sides.add(side(access, common, report, frames)));
        return new RaceFacts(
                sides,
                race.unknownOrigin() && report.explanation() == null,
                common == 0 ? null : common(race.accesses().get(0), common, frames),
                race.valueChanged() == null ? null : ValueFacts.of(race.valueChanged()));
    }

    private static AccessColumn side(Race.Access access, int common, Report report, FrameItems frames) {
        var notes = new ArrayList<String>();
        access.held().forEach(list -> notes.add(AccessPhrases.holds(list)));
        if (access.reorderedTo() != null) {
            notes.add(
                    "reordered to " + FrameText.withPlace(access.reorderedTo()).text(false));
        }
        var own = access.stack().subList(0, access.stack().size() - common);
        return new AccessColumn(
                AccessPhrases.how(access),
                AccessPhrases.type(access),
                AccessPhrases.details(access),
                access.marked(),
                AccessPhrases.who(access, report.system()),
                notes,
                frames.folded(own, FrameRole.ofAccess(own)));
    }

    private static StackBlock common(Race.Access access, int common, FrameItems frames) {
        var stack = access.stack();
        var callers = stack.subList(stack.size() - common, stack.size());
        var title = "Common callers, " + common + " frames";
        return frames.isShort()
                ? new StackBlock(null, List.of(), List.of(), title)
                : StackBlock.closed(title, frames.all(callers, null));
    }
}
