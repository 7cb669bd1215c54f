package org.unsplat.grammar;

/** How many lines that are not its own an open report lets go by before it is taken to be over. */
final class Patience {

    private static final int IN_MIDST = 200;

    /** The same in text that no console printed, where little comes between. */
    private static final int IN_MIDST_WITHOUT_TIME = 60;

    /** The same where all that it always has was there. */
    private static final int AT_END = 12;

    /** Lines of other callers weigh so much less. */
    private static final int ELSEWHERE = 4;

    private static final int LEAST_ELSEWHERE = 50;

    private Patience() {}

    /**
     * Whether no more lines are waited for.
     *
     * @param timed whether the line that has just gone by has a time
     * @param inScope whether it could be the report's own as far as its caller tells
     */
    static boolean isUp(OpenReport report, boolean timed, boolean inScope) {
        var limit = limit(report, timed);
        return report.idle() > (inScope ? limit : Math.max(limit, LEAST_ELSEWHERE) * ELSEWHERE);
    }

    private static int limit(OpenReport report, boolean timed) {
        if (report.mayBeOver()) {
            return timed ? AT_END : 0;
        }
        return timed ? IN_MIDST : IN_MIDST_WITHOUT_TIME;
    }
}
