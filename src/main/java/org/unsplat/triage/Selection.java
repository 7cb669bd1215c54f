package org.unsplat.triage;

import java.util.List;
import java.util.function.Predicate;
import org.unsplat.model.Report;

/**
 * The reports that a user wants. The values of one member are alternatives, all members must match, and an empty member matches
 * every report.
 *
 * @param ids beginnings of any id of the report
 * @param kinds selects kinds
 * @param reports ids such as {@code r1}, numbered over the whole run
 * @param paths match a source file of any frame
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

    /** Whether the selection depends on source files. */
    public boolean asksForFiles() {
        return !paths.isEmpty();
    }

    /** Whether all reports of this baseline entry would have been selected, so that their absence is significant. */
    public boolean covers(Baseline.Entry entry) {
        var identity = entry.identity();
        return reports.isEmpty()
                && paths.isEmpty()
                && (ids.isEmpty()
                        || identity != null && ids.stream().anyMatch(id -> id.begins(identity.name(), identity.id())))
                && (entry.kind() == null || kinds.test(entry.kind()));
    }
}
