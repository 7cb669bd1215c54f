package org.unsplat.grammar;

import org.unsplat.model.Problem;

/** Why a report was closed that had not ended: a log must not take more memory than reports can need. */
public enum ReportLimit {

    /** The longest reports known, dumps of all tasks, have some thousand lines. */
    LENGTH(Problem.Code.TOO_LONG, "a report has more than " + OpenReport.MAX_LINES + " lines, or more than "
            + OpenReport.MAX_OTHERS + " of others in between"),
    /** As many cpus would have to print at once. */
    OPEN(Problem.Code.CUT_BY_REPORT, "more than " + Demux.MAX_OPEN + " reports are open at once");

    private final Problem.Code code;
    private final String excess;

    ReportLimit(Problem.Code code, String excess) {
        this.code = code;
        this.excess = excess;
    }

    /** What a report that met the limit lacks. */
    Problem problem(int line) {
        return new Problem(code, line, "expected the end of the report, but " + excess);
    }

    /** What went over the limit, and what became of it. */
    public String effect() {
        return excess + ": it was closed there, and is incomplete";
    }
}
