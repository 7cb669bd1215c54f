package org.unsplat.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.input.Limits;
import org.unsplat.input.Line;

/**
 * From lines to spans: finds where reports begin, and gives each line to the open report that is nearest to expecting
 * it. With callers ({@code [ T123]}, {@code [ C4]}) a line can go to reports of its caller alone. Spans come out in the
 * order in which the reports begin.
 */
public final class Demux {

    /** Reports that wait for their ends; the oldest one is closed for one more. */
    static final int MAX_OPEN = 16;

    /** No line of the kernel's is longer: printk cuts at 1024 characters. */
    static final int LONGEST_LINE = 4096;

    private static final String OVERLONG = "a line near a report is longer than " + LONGEST_LINE
            + " characters, which no kernel prints: it was taken for part of no report";

    private final Headlines headlines;
    private final Limits limits;
    private final List<OpenReport> open = new ArrayList<>();
    private final ArrayDeque<OpenReport> order = new ArrayDeque<>();
    private final Map<OpenReport, Span> closed = new IdentityHashMap<>();
    private final ArrayDeque<Span> ready = new ArrayDeque<>();
    private final Claims claims = new Claims();
    private final Held held = new Held();
    private final RulerAbove ruler = new RulerAbove();

    /** A line that may be the first part of a headline, until the next one shows it. */
    private Line broken;

    public Demux(List<ReportKind> kinds) {
        this(kinds, new Limits());
    }

    /** @param limits is told of lines that are too long for a report */
    public Demux(List<ReportKind> kinds, Limits limits) {
        this.headlines = new Headlines(kinds);
        this.limits = limits;
    }

    /** The next closed span, null while there is none. */
    public Span poll() {
        return ready.poll();
    }

    /** Whether no report is open, but for trouble that has not shown to be one. */
    public boolean isIdle() {
        if (broken != null) {
            return false;
        }
        for (var report : open) {
            if (report.isProven()) {
                return false;
            }
        }
        return true;
    }

    /** Closes every open report: the input ends, or the message that they stand in. */
    public void end() {
        placeBroken();
        while (!open.isEmpty()) {
            close(open.get(0));
        }
        ruler.forget();
    }

    /** Gives a line to the report that it belongs to, if it belongs to any. */
    public void take(Line line) {
        var text = line.words();
        if (text.length() > LONGEST_LINE) {
            stepOver(line);
            return;
        }
        var whole = text.isEmpty() ? null : BrokenLine.joined(broken, line);
        if (whole != null && Headlines.tells(kindOf(whole))) {
            broken = null;
            cede(line, null);
            place(whole, kindOf(whole));
            return;
        }
        placeBroken();
        if (text.isEmpty()) {
            return;
        }
        forgetOld(line);
        var kind = kindOf(line);
        if (!Headlines.tells(kind) && headlines.mayBeBroken(Headlines.unglued(text))) {
            broken = line;
        } else {
            place(line, kind);
        }
    }

    /** Leaves out a line that no kernel printed: what is asked of each would take too long. */
    private void stepOver(Line line) {
        placeBroken();
        if (!isIdle() || Headlines.tells(kindOf(line))) {
            limits.met(OVERLONG, line.number());
        }
        forgetOld(line);
        cede(line, null);
        ruler.see(line);
    }

    /** The kind of which the line is a headline, null where it is none. */
    private ReportKind kindOf(Line line) {
        return headlines.kindOf(Headlines.unglued(line.words()), ruler.isThere());
    }

    private void placeBroken() {
        var line = broken;
        broken = null;
        if (line != null) {
            place(line, kindOf(line));
        }
    }

    /** @param kind of which it is a headline, null where it is none */
    private void place(Line line, ReportKind kind) {
        if (kind != null) {
            begin(kind, unglued(line));
        } else if (!give(line)) {
            ruler.see(line);
            closeIdle(line);
            return;
        }
        ruler.forget();
    }

    private static Line unglued(Line line) {
        var head = Headlines.unglued(line.words());
        return head.equals(line.words()) ? line : line.with(head);
    }

    private void forgetOld(Line line) {
        ruler.forgetBefore(line);
        for (var i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).isDisproved(line)) {
                close(open.get(i));
            }
        }
    }

    private void begin(ReportKind kind, Line line) {
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            if (report.isInScope(line) && NewHead.repeats(report, kind)) {
                report.append(line);
                cede(line, report);
                return;
            }
            if (NewHead.continues(report, kind, line)) {
                report.take(line);
                cede(line, report);
                return;
            }
        }
        for (var report : List.copyOf(open)) {
            if (report.isInScope(line) && !NewHead.mayOverlap(report, kind, line)) {
                close(report);
            }
        }
        var above = kind.hasRuler() ? ruler.above(line) : null;
        var report = above == null || !claims.add(above)
                ? new OpenReport(kind, List.of(line), new Bystanders(List.of(), claims, held))
                : new OpenReport(kind, List.of(above, line), new Bystanders(ruler.below(), claims, held));
        cede(line, null);
        open.add(report);
        order.add(report);
        if (open.size() > MAX_OPEN) {
            close(open.get(0), ReportLimit.OPEN);
        }
    }

    private boolean give(Line line) {
        OpenReport nearest = null;
        var least = Integer.MAX_VALUE;
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            var distance = report.isInScope(line) ? report.distance(line) : OpenReport.NOT_MINE;
            if (distance != OpenReport.NOT_MINE && distance < least) {
                nearest = report;
                least = distance;
            }
        }
        if (nearest == null) {
            return false;
        }
        nearest.take(line);
        cede(line, nearest);
        if (nearest.hasEnded()) {
            close(nearest);
        }
        return true;
    }

    /** Tells all but the report that took the line, if one did. */
    private void cede(Line line, OpenReport taker) {
        for (var i = open.size() - 1; i >= 0; i--) {
            var other = open.get(i);
            if (other != taker) {
                other.cede(line);
                if (other.overrun() == ReportLimit.LENGTH) {
                    close(other);
                }
            }
        }
    }

    private void closeIdle(Line line) {
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            var inScope = report.isInScope(line);
            report.pass(line, inScope);
            if (report.overrun() != null
                    || Patience.isUp(report, line.time() != null, inScope)
                    || inScope && report.restarts(line.words())) {
                close(report);
            }
        }
    }

    private void close(OpenReport report) {
        close(report, null);
    }

    private void close(OpenReport report, ReportLimit limit) {
        open.remove(report);
        closed.put(report, report.close(limit));
        if (open.isEmpty()) {
            claims.forgetAll();
        } else {
            claims.forgetBefore(open.get(0).first());
        }
        while (!order.isEmpty() && closed.containsKey(order.peek())) {
            ready.add(closed.remove(order.remove()));
        }
    }
}
