package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.render.StyledText;

/** What is missing in a report, doubtful or not understood, in lines. */
public final class ProblemPhrases {

    /** What a report means for the rest of the run after which lockdep is off. */
    public static final String LOCKDEP_OFF = "Lockdep is off from here on: the rest of this boot has no lock coverage.";

    /** So many lines that were not understood are named. */
    private static final int LINES = 8;

    private ProblemPhrases() {}

    /** None of a report that is complete. */
    public static List<String> of(Report report) {
        var lines = new ArrayList<String>();
        for (var problem : report.problems()) {
            lines.add((report.complete() ? "doubtful: " : "incomplete: ") + problem.message() + " (line"
                    + StyledText.NBSP + problem.line() + ")");
        }
        if (!report.unparsed().isEmpty()) {
            var numbers = report.unparsed().stream()
                    .limit(LINES)
                    .map(line -> "" + line.line())
                    .toList();
            lines.add("not understood: line" + (numbers.size() == 1 ? " " : "s ") + String.join(", ", numbers)
                    + (report.unparsed().size() > LINES ? ", ..." : ""));
        }
        return lines;
    }
}
