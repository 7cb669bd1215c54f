package org.unsplat.demux;

import org.unsplat.model.Problem;

/** Why a report was closed before its end: memory must stay bounded by what real reports need. */
public enum ReportLimit {

    /** The longest known reports, dumps of all tasks, have some thousand lines. */
    LENGTH(Problem.Code.TOO_LONG, "a report has more than 20000 lines, or more than 50000 of others in between"),
    /** A report of the largest number of lines stays far below this if its lines are as long as a kernel's. */
    MEMORY(Problem.Code.TOO_LONG, "the open reports hold more than " + (MemoryBudget.LIMIT >> 20) + " MiB of text"),
    /** Reached only if as many CPUs print reports at once. */
    OPEN(Problem.Code.CUT_BY_REPORT, "more than " + Demux.MAX_OPEN + " reports are open at once");

    private static final int MAX_LINES = 20_000;
    private static final int MAX_OTHERS = 50_000;

    private final Problem.Code code;
    private final String excess;

    ReportLimit(Problem.Code code, String excess) {
        this.code = code;
        this.excess = excess;
    }

    /** The limit exceeded by a report of {@code lines} lines with {@code others} lines of others between them, or null. */
    static ReportLimit metBy(int lines, int others, MemoryBudget budget) {
        return lines > MAX_LINES || others > MAX_OTHERS ? LENGTH : budget.isExceeded() ? MEMORY : null;
    }

    /** The problem of a report that met the limit. */
    Problem problem(int line) {
        return new Problem(code, line, "expected the end of the report, but " + excess);
    }

    /** The limit, and what was done, for a diagnostic. */
    public String effect() {
        return excess + ": the report was closed there, and is incomplete";
    }
}
