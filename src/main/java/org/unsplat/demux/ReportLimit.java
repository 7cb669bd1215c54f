package org.unsplat.demux;

import org.unsplat.model.Problem;

/** Why a report was closed that had not ended: a log must not take more memory than reports can need. */
public enum ReportLimit {

    /** The longest reports known, dumps of all tasks, have some thousand lines. */
    LENGTH(Problem.Code.TOO_LONG, "a report has more than 20000 lines, or more than 50000 of others in between"),
    /** Where lines are as long as a kernel prints them, reports of that many lines stay far below it. */
    MEMORY(Problem.Code.TOO_LONG, "the open reports hold more than " + (MemoryBudget.LIMIT >> 20) + " MiB of text"),
    /** As many cpus would have to print at once. */
    OPEN(Problem.Code.CUT_BY_REPORT, "more than " + Demux.MAX_OPEN + " reports are open at once");

    private static final int MAX_LINES = 20_000;
    private static final int MAX_OTHERS = 50_000;

    private final Problem.Code code;
    private final String excess;

    ReportLimit(Problem.Code code, String excess) {
        this.code = code;
        this.excess = excess;
    }

    /** The limit that a report of so many lines is over, with so many lines of others between them; null for none. */
    static ReportLimit metBy(int lines, int others, MemoryBudget budget) {
        return lines > MAX_LINES || others > MAX_OTHERS ? LENGTH : budget.isExceeded() ? MEMORY : null;
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
