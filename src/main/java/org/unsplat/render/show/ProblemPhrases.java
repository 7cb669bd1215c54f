package org.unsplat.render.show;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.render.StyledText;

/** The missing, doubtful and unparsed parts of a report, as lines. */
public final class ProblemPhrases {

    /** Shown for a report after which lockdep is off. */
    public static final String LOCKDEP_OFF = "Lockdep is off from here on: the rest of this boot has no lock coverage.";

    /** The largest number of unparsed lines that are named. */
    private static final int LINES = 8;

    private ProblemPhrases() {}

    /** The lines; empty for a complete report without unparsed lines. */
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
