package org.unsplat.render.json;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unsplat.model.Report;

/** The counts of a run: {@code {"reports": 1, "by_kind": {...}, "incomplete": 0, "unparsed_lines": 0}}. */
public final class Summary {

    private final SortedMap<String, Integer> byKind = new TreeMap<>();
    private int reports;
    private int incomplete;
    private int unparsedLines;

    public void add(Report report) {
        reports++;
        byKind.put(report.kind(), byKind.getOrDefault(report.kind(), 0) + 1);
        if (!report.complete()) {
            incomplete++;
        }
        unparsedLines += report.unparsed().size();
    }

    public int reports() {
        return reports;
    }

    /** The number of reports by kind, in the order of the kinds' names. */
    public SortedMap<String, Integer> byKind() {
        return Collections.unmodifiableSortedMap(byKind);
    }

    public int incomplete() {
        return incomplete;
    }

    public int unparsedLines() {
        return unparsedLines;
    }

    /** Whether every report is complete and every line of it was read. */
    public boolean understood() {
        return incomplete == 0 && unparsedLines == 0;
    }
}
