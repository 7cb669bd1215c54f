package org.unsplat.check;

import java.util.function.Consumer;
import org.unsplat.classify.TypedLine;
import org.unsplat.demux.DroppedMessages;
import org.unsplat.demux.Span;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/** No line of the report is lost, as far as the log says so itself. */
final class LostLinesRule implements Rule {

    /** Clocks of cpus differ by less, in seconds. */
    private static final double BACKWARDS = 1;

    @Override
    public void check(Report report, Span span, Consumer<Problem> problems) {
        for (var doubt : span.doubtful()) {
            var line = doubt.line();
            if (DroppedMessages.areMarkedIn(line.line())) {
                problems.accept(lost(line, "the kernel says that it dropped messages here"));
            }
        }
        Double time = null;
        for (var line : span.own()) {
            var now = line.line().time();
            if (line != span.own().get(0) && DroppedMessages.areMarkedIn(line.line())) {
                problems.accept(lost(line, "the kernel says that it dropped messages here"));
            }
            if (now != null && time != null && now < time - BACKWARDS) {
                problems.accept(lost(line, "time runs backwards here, from " + time + " to " + now));
            }
            time = now == null ? time : now;
        }
    }

    private static Problem lost(TypedLine line, String what) {
        return new Problem(Problem.Code.LINES_LOST, line.line().number(), "expected the next lines, but " + what);
    }
}
