package org.unsplat.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/** The reports of a run grouped by bug, in the order of their first reports. */
public final class Groups {

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Adds one report; only the first of each group is kept. */
    public void add(Report report) {
        var group = Group.of(report);
        groups.merge(group.key(), group, (known, more) -> known.andOneMore(report.where()));
    }

    public List<Group> all() {
        return List.copyOf(groups.values());
    }

    /** The group for the same bug in this run, null if there is none; a bug without an identity has none. */
    Group sameAs(Group other) {
        return other.identity() == null ? null : groups.get(other.key());
    }
}
