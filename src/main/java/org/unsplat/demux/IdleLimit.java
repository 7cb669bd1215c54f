package org.unsplat.demux;

/** How many lines that are not its own an open report lets go by before it is taken to be over. */
final class IdleLimit {

    private static final int IN_MIDST = 200;

    /** The same in text that no console printed, where little comes between. */
    private static final int IN_MIDST_WITHOUT_TIME = 60;

    /** The same where all that it always has was there. */
    private static final int AT_END = 12;

    /** The same in text that no console printed: what comes after prose is another text. */
    private static final int AT_END_WITHOUT_TIME = 3;

    /** Lines of other callers or quoting weigh this many times less. */
    private static final int ELSEWHERE = 4;

    private static final int LEAST_ELSEWHERE = 50;

    private IdleLimit() {}

    /**
     * Whether no more lines are waited for.
     *
     * @param timed whether the line that has just gone by has a time
     * @param inScope whether it could be the report's own as far as its caller and its quoting tell
     */
    static boolean isExceeded(OpenReport report, boolean timed, boolean inScope) {
        var limit = limit(report, timed);
        return inScope ? report.gap() > limit : report.idle() > Math.max(limit, LEAST_ELSEWHERE) * ELSEWHERE;
    }

    private static int limit(OpenReport report, boolean timed) {
        if (report.mayBeOver()) {
            return timed ? AT_END : AT_END_WITHOUT_TIME;
        }
        return timed ? IN_MIDST : IN_MIDST_WITHOUT_TIME;
    }
}
