package org.unsplat.triage;

import java.util.List;
import java.util.function.Predicate;
import org.unsplat.model.Report;

/**
 * Which reports a user wants. Values of one member are alternatives, all members must hold, and an empty one holds of every
 * report.
 *
 * @param ids the beginning of any sameness id of the report
 * @param kinds whether the kind is wanted
 * @param reports {@code r1}, as the report is numbered in the whole run
 * @param paths a source file of any frame
 */
public record Selection(List<IdPrefix> ids, Predicate<String> kinds, List<String> reports, List<PathGlob> paths)
        implements Predicate<Report> {

    @Override
    public boolean test(Report report) {
        return (ids.isEmpty() || ids.stream().anyMatch(id -> id.isOfAny(report.fingerprints())))
                && kinds.test(report.kind())
                && (reports.isEmpty() || reports.contains(report.id()))
                && (paths.isEmpty() || SourceFiles.anyMatch(report, this::isAtPath));
    }

    private boolean isAtPath(String file) {
        return paths.stream().anyMatch(path -> path.matches(file));
    }

    /** Whether the source files of a report decide. */
    public boolean asksForFiles() {
        return !paths.isEmpty();
    }

    /** Whether all reports of this entry of a baseline would have been wanted, so that their absence means something. */
    public boolean covers(Baseline.Entry entry) {
        var identity = entry.identity();
        return reports.isEmpty()
                && paths.isEmpty()
                && (ids.isEmpty()
                        || identity != null && ids.stream().anyMatch(id -> id.begins(identity.name(), identity.id())))
                && (entry.kind() == null || kinds.test(entry.kind()));
    }
}
