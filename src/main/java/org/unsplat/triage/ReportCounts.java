package org.unsplat.triage;

import java.util.HashMap;
import java.util.Map;
import org.unsplat.model.Report;

/** How many reports there are of each bug, where nothing else of them is needed. */
public final class ReportCounts {

    private final Map<String, Integer> counts = new HashMap<>();
    private int reports;
    private int most;

    /** Counts one more report. */
    public void add(Report report) {
        reports++;
        most = Math.max(most, counts.merge(Group.of(report).key(), 1, Integer::sum));
    }

    /** How many reports. */
    public int reports() {
        return reports;
    }

    /** Of how many bugs. */
    public int bugs() {
        return counts.size();
    }

    /** How many of that bug of which there are most. */
    public int most() {
        return most;
    }
}
