package org.unsplat.demux;

import org.unsplat.input.Line;

/** The number of lines of others after which an open report is taken to be over. */
final class IdleLimit {

    private static final int IN_MIDST = 200;

    /** The same in text without time stamps, where few other lines come between. */
    private static final int IN_MIDST_WITHOUT_TIME = 60;

    /** The same if all parts that the kind always has were seen. */
    private static final int AT_END = 12;

    /** The same in text without time stamps, where prose after the report means that another text begins. */
    private static final int AT_END_WITHOUT_TIME = 3;

    /** The limit for a report of few lines, because single lines of one also occur in other texts. */
    private static final int AFTER_FEW = 12;

    /** A line of another caller or quoting depth counts as this fraction of a line. */
    private static final int ELSEWHERE = 4;

    /** The least limit for such lines unless the report may be over. */
    private static final int LEAST_ELSEWHERE = 50;

    /** The same without time stamps, where a reply between quoted lines may hold a long patch. */
    private static final int LEAST_IN_REPLY = 250;

    private IdleLimit() {}

    /**
     * Whether the limit is exceeded.
     *
     * @param line the line that the report has just passed over
     * @param inScope whether its caller fits the report
     */
    static boolean isExceeded(OpenReport report, Line line, boolean inScope) {
        var isTimed = line.time() != null;
        var limit = limit(report, isTimed);
        return inScope && report.channel().isSameDepth(line)
                ? report.gap() > limit
                : report.idle() > Math.max(limit, leastElsewhere(report, isTimed)) * ELSEWHERE;
    }

    private static int leastElsewhere(OpenReport report, boolean isTimed) {
        if (!isTimed) {
            return LEAST_IN_REPLY;
        }
        return report.mayBeOver() ? 0 : LEAST_ELSEWHERE;
    }

    private static int limit(OpenReport report, boolean timed) {
        if (report.mayBeOver() && report.kind().endsWithTrace()) {
            return timed ? AT_END : AT_END_WITHOUT_TIME;
        }
        if (report.isShort()) {
            return AFTER_FEW;
        }
        return timed ? IN_MIDST : IN_MIDST_WITHOUT_TIME;
    }
}
