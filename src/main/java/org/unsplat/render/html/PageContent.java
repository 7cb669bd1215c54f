package org.unsplat.render.html;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.unsplat.triage.Baseline;
import org.unsplat.triage.CheckResult;
import org.unsplat.triage.Comparison;
import org.unsplat.triage.Finding;
import org.unsplat.triage.Finding.State;
import org.unsplat.triage.Groups;
import org.unsplat.triage.RunInputs;

/**
 * The content of a page.
 *
 * @param isCompared whether it is the result of {@code check}; otherwise bugs have no states
 */
public record PageContent(CheckResult result, boolean isCompared) {

    /** The content for a run that is not compared with a baseline. */
    public static PageContent of(Groups groups, RunInputs run) {
        var comparison = Comparison.of(groups, Baseline.EMPTY, LocalDate.EPOCH, entry -> false);
        return new PageContent(new CheckResult(comparison, List.of(), run, false, false), false);
    }

    /** All bugs: those the baseline does not know first, worst first, then the known ones. */
    List<Finding> findings() {
        var findings = result.comparison().findings();
        return isCompared
                ? Stream.concat(
                                result.comparison().unexpected().stream(),
                                findings.stream().filter(finding -> finding.state() == State.KNOWN))
                        .toList()
                : findings;
    }
}
