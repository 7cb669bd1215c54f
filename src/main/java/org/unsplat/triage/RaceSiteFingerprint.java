package org.unsplat.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unsplat.grammar.stack.FrameRole;
import org.unsplat.model.Race;
import org.unsplat.model.Report;

/**
 * {@code site/1} of a race: the kind, and for each side the access and its function, sorted: {@code kcsan-data-race},
 * {@code marked write in b}, {@code plain read in a}.
 */
final class RaceSiteFingerprint {

    private RaceSiteFingerprint() {}

    /** The inputs; null if a side is missing. */
    static List<String> of(Report report) {
        var race = report.race();
        if (race.accesses().size() != (race.unknownOrigin() ? 1 : 2)) {
            return null;
        }
        var inputs = new ArrayList<String>();
        for (var access : race.accesses()) {
            var side = side(access);
            if (side == null) {
                return null;
            }
            inputs.add(side);
        }
        Collections.sort(inputs);
        inputs.add(0, report.kind());
        if (race.unknownOrigin()) {
            inputs.add("unknown origin");
        }
        return inputs;
    }

    /** One side. Scoped and reordered are left out, because the same access may have them in one run and not in another. */
    static String side(Race.Access access) {
        var function = function(access);
        if (function == null || access.op() == null) {
            return null;
        }
        var how = access.isAssert() ? "asserted" : access.marked() ? "marked" : "plain";
        return how + " " + access.op() + " in " + function;
    }

    private static String function(Race.Access access) {
        for (var frame : access.stack()) {
            var name = FunctionName.of(frame);
            if (name != null && FrameRole.of(name) != FrameRole.TOOL) {
                return name;
            }
        }
        return null;
    }
}
