package org.unsplat.triage;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Report;
import org.unsplat.model.Where;

/**
 * The reports of one bug.
 *
 * @param identity null where they have none; then they share kind and title
 * @param first the first of them, which stands for all
 * @param places where the first few of them stand
 * @param count how many there are
 */
public record Group(Identity identity, Report first, List<Where> places, int count) {

    /** How many places are kept: memory must not grow with the number of reports. */
    private static final int PLACES = 10;

    static Group of(Report report) {
        return new Group(Identity.of(report), report, List.of(report.where()), 1);
    }

    Group andOneMore(Where place) {
        var more = places.size() == PLACES
                ? places
                : Stream.concat(places.stream(), Stream.of(place)).toList();
        return new Group(identity, first, more, count + 1);
    }

    /** What groups are told apart by, stable from run to run. */
    public String key() {
        return Identity.key(identity, first.kind(), first.title());
    }

    /** An id for formats that want one of every result; no two groups of a run share it. */
    public String id() {
        return identity == null ? new Fingerprint("group/1", List.of(key())).id() : identity.id();
    }
}
