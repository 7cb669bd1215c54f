package org.unsplat.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/** The reports of a run by what is the same, in the order in which they were first seen. */
public final class Groups {

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Counts one more report; only the first of each group is kept. */
    public void add(Report report) {
        var group = Group.of(report);
        groups.merge(group.key(), group, (known, more) -> known.andOneMore(report.where()));
    }

    /** The groups so far. */
    public List<Group> all() {
        return List.copyOf(groups.values());
    }

    /** Null where no report of the run is the same; those without an identity never are. */
    Group sameAs(Group other) {
        return other.identity() == null ? null : groups.get(other.key());
    }
}
