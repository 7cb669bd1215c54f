package org.unsplat.triage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.unsplat.model.Race;
import org.unsplat.model.Report;

/**
 * {@code site/1} of a race: the kind, and for each side what it does and in which function, the sides in no order:
 * {@code kcsan-data-race}, {@code marked write in b}, {@code plain read in a}.
 */
final class RaceSite {

    private RaceSite() {
    }

    /** Null where a side is missing. */
    static List<String> of(Report report) {
        var race = report.race();
        if (race.accesses().size() != (race.unknownOrigin() ? 1 : 2)) {
            return null;
        }
        var sides = race.accesses().stream().map(RaceSite::side).toList();
        if (sides.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        var other = race.unknownOrigin() ? Stream.of("unknown origin") : Stream.<String>empty();
        return Stream.of(Stream.of(report.kind()), sides.stream().sorted(), other).flatMap(all -> all).toList();
    }

    /** Neither scoped nor reordered count: one and the same access is so in one run and not in the other. */
    private static String side(Race.Access access) {
        var function = function(access);
        if (function == null || access.op() == null) {
            return null;
        }
        var how = access.isAssert() ? "asserted" : access.marked() ? "marked" : "plain";
        return how + " " + access.op() + " in " + function;
    }

    private static String function(Race.Access access) {
        return access.stack().stream().map(FunctionName::of).filter(Objects::nonNull)
                .filter(name -> !ToolFrames.isInstrumentation(name)).findFirst().orElse(null);
    }
}
