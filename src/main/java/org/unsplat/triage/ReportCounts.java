package org.unsplat.triage;

import java.util.HashMap;
import java.util.Map;
import org.unsplat.model.Report;

/** Counts reports by bug, if nothing else is needed of them. */
public final class ReportCounts {

    private final Map<String, Integer> counts = new HashMap<>();
    private int reports;
    private int most;

    public void add(Report report) {
        reports++;
        most = Math.max(most, counts.merge(Group.of(report).key(), 1, Integer::sum));
    }

    public int reports() {
        return reports;
    }

    public int bugs() {
        return counts.size();
    }

    /** The number of reports of the most frequent bug. */
    public int most() {
        return most;
    }
}
