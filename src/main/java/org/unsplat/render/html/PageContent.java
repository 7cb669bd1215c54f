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

/** The content of a page. */
public record PageContent(CheckResult result, Purpose purpose) {

    /** The purpose of a page. */
    public enum Purpose {
        /** It shows what was found, without a judgement. */
        SHOW,
        /** It says whether a run is good, without a baseline: any bug makes it bad. */
        CHECK,
        /** It says whether a run is good, compared with a baseline. */
        COMPARE
    }

    /** The content for a run that is not compared with a baseline. */
    public static PageContent of(Groups groups, RunInputs run) {
        var comparison = Comparison.of(groups, Baseline.EMPTY, LocalDate.EPOCH, entry -> false);
        return new PageContent(new CheckResult(comparison, List.of(), run, false, false), Purpose.SHOW);
    }

    /** Whether there is a baseline, so that bugs have states. */
    boolean isCompared() {
        return purpose == Purpose.COMPARE;
    }

    /** All bugs. Those of a check are sorted: new and expired ones first, worst first, then the known ones. */
    List<Finding> findings() {
        var findings = result.comparison().findings();
        return purpose == Purpose.SHOW
                ? findings
                : Stream.concat(
                                result.comparison().unexpected().stream(),
                                findings.stream().filter(finding -> finding.state() == State.KNOWN))
                        .toList();
    }
}
