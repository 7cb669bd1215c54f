package org.unsplat.triage;

import java.util.List;
import java.util.stream.Stream;
import org.unsplat.model.Report;
import org.unsplat.model.Where;

/**
 * The reports of one bug.
 *
 * @param identity null if they have none; then they have kind and title in common
 * @param first the first report, which represents all
 * @param places the places of the first few of them
 * @param occurrences the lines of many more of them
 */
public record Group(Identity identity, Report first, List<Where> places, Occurrences occurrences) {

    /** The number of places kept, so that memory does not grow with the number of reports. */
    private static final int PLACES = 10;

    static Group of(Report report) {
        return new Group(Identity.of(report), report, List.of(report.where()), Occurrences.of(report.where()));
    }

    Group andOneMore(Where place) {
        var more = places.size() == PLACES
                ? places
                : Stream.concat(places.stream(), Stream.of(place)).toList();
        return new Group(identity, first, more, occurrences.andOneMore(place));
    }

    /** The number of reports. */
    public int count() {
        return occurrences.count();
    }

    /** The key that distinguishes groups; the same in every run. */
    public String key() {
        return Identity.key(identity, first.kind(), first.title());
    }

    /** An id for formats that need one for every result; no two groups of a run share it. */
    public String id() {
        return identity == null ? new Fingerprint("group/1", List.of(key())).id() : identity.id();
    }
}
