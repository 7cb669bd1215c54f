package org.unsplat.render.html;

import java.util.List;
import java.util.Objects;
import org.unsplat.model.Report;
import org.unsplat.render.ci.CheckTable;
import org.unsplat.render.ci.FindingText;
import org.unsplat.render.show.HeadPhrases;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Group;
import org.unsplat.triage.Place;

/** Prepares the rows of the table of bugs. */
final class BugRows {

    private static final int DEEPEST = 2;

    private final SourceLinks links;
    private final boolean isCompared;

    /** @param isCompared whether bugs have states, because the run was compared with a baseline */
    BugRows(SourceLinks links, boolean isCompared) {
        this.links = links;
        this.isCompared = isCompared;
    }

    BugRow of(Finding finding) {
        var report = finding.group().first();
        var place = place(Place.of(report));
        var hasFile = place != null && place.file() != null;
        return new BugRow(
                anchor(finding.group()),
                isCompared ? CheckTable.state(finding) : null,
                finding.group().count(),
                report.kind(),
                HeadPhrases.title(report),
                place == null ? "" : hasFile ? place.file() + ":" + place.line() : place.what(),
                hasFile ? links.of(place.file(), place.line(), kernel(report)) : null,
                hasFile ? subsystem(place.file()) : "",
                FindingText.where(report.where().input(), report.where().first()),
                SearchWords.of(report));
    }

    BugRow of(Baseline.Entry stale) {
        return new BugRow(
                null,
                "stale",
                0,
                Objects.requireNonNullElse(stale.kind(), ""),
                Objects.requireNonNullElse(stale.title(), "no title"),
                "",
                null,
                "",
                "",
                "");
    }

    /** An id of letters, digits and hyphens; the JSON may have other characters. */
    static String anchor(Group group) {
        return "bug-" + group.id().replaceAll("[^A-Za-z0-9]", "-");
    }

    static String kernel(Report report) {
        return report.system() == null ? null : report.system().kernel();
    }

    /** The first place in a file that is not a header, because headers belong to all subsystems; else the first place. */
    private static Place place(List<Place> places) {
        return places.stream()
                .filter(place -> place.file() != null && !place.file().startsWith("include/"))
                .findFirst()
                .orElse(places.isEmpty() ? null : places.get(0));
    }

    /** The subsystem of a file: {@code net/ipv4} for {@code net/ipv4/udp.c}, {@code drivers/gpu} for {@code drivers/gpu/drm/i915/gem.c}. */
    static String subsystem(String file) {
        var end = file.lastIndexOf('/');
        var slash = 0;
        for (var depth = 0; depth < DEEPEST && slash >= 0; depth++) {
            slash = file.indexOf('/', slash + 1);
        }
        return end < 0 ? "" : file.substring(0, slash < 0 ? end : Math.min(slash, end));
    }
}
