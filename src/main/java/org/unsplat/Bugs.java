package org.unsplat;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.unsplat.model.Report;
import org.unsplat.render.json.BaselineJson;
import org.unsplat.render.json.MalformedBaseline;
import org.unsplat.triage.Comparison;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Groups;

/**
 * Groups reports, of one or several inputs, by bug: reports with the same id belong to one bug. Not thread-safe.
 * <pre>{@code
 * var bugs = new Bugs();
 * try (var reports = Reports.in(Path.of("console.log"))) {
 *     reports.forEach(bugs::add);
 * }
 * bugs.all().forEach(bug -> System.out.println(bug.count() + " " + bug.first().title()));
 * }</pre>
 */
public final class Bugs {

    private final Groups groups = new Groups();

    /** An empty set of bugs. */
    public Bugs() {
        // Reports are added one by one
    }

    /** Adds one report. Only the first report of each bug is kept. */
    public void add(Report report) {
        groups.add(Objects.requireNonNull(report, "report"));
    }

    /** The bugs so far, in the order in which they were first added. */
    public List<Bug> all() {
        return groups.all().stream().map(Bug::of).toList();
    }

    /**
     * The bugs that a baseline does not list, or whose entry has expired: those on which {@code check} fails, worst first.
     *
     * @param baseline the JSON that {@code check --write-baseline} writes; it is not closed
     * @param today the day on which the expiry dates of the baseline are judged
     * @param warnings is called with a sentence for each doubtful entry of the baseline
     * @throws IllegalArgumentException if the stream is not a baseline
     * @throws UncheckedIOException if the stream cannot be read
     */
    public List<Bug> unknownTo(InputStream baseline, LocalDate today, Consumer<String> warnings) {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(warnings, "warnings");
        try {
            var known = new BaselineJson("baseline", warnings).read(baseline);
            return Comparison.of(groups, known, today, entry -> false).unexpected().stream()
                    .map(Finding::group)
                    .map(Bug::of)
                    .toList();
        } catch (MalformedBaseline e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
