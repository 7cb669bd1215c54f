package org.unsplat.demux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.HeadlineType;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.stack.DecodedCode;
import org.unsplat.input.Line;

/**
 * Makes spans of joined lines: it finds where reports begin, and gives each line to the open report of its channel that
 * expects it soonest. A line with a caller ({@code [ T123]}, {@code [ C4]}) can only go to reports of that caller. Spans are
 * returned in the order in which the reports begin.
 */
final class Demux {

    /** The largest number of open reports; one more closes the oldest. */
    static final int MAX_OPEN = 16;

    private final List<ReportKind> kinds;
    private final HeadlineType headlines;
    private final Supplier<List<Line>> waiting;
    private final List<OpenReport> open = new ArrayList<>();
    private final ArrayDeque<OpenReport> order = new ArrayDeque<>();
    private final Map<OpenReport, Span> closed = new IdentityHashMap<>();
    private final ArrayDeque<Span> ready = new ArrayDeque<>();
    private final ClaimedLines claimed = new ClaimedLines();
    private final MemoryBudget budget = new MemoryBudget();
    private final PendingRuler ruler = new PendingRuler();
    private final AmbiguousFrames guesses = new AmbiguousFrames();

    /** @param waiting the lines that will be given later than those below them */
    Demux(List<ReportKind> kinds, HeadlineType headlines, Supplier<List<Line>> waiting) {
        this.kinds = kinds;
        this.waiting = waiting;
        this.headlines = headlines;
    }

    /** Returns the next closed span, null if there is none yet. */
    Span poll() {
        return ready.poll();
    }

    /** Whether caller and quoting depth of the line fit an open report. */
    boolean admits(Line line) {
        for (var i = 0; i < open.size(); i++) {
            if (open.get(i).channel().admits(line)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only unproven candidates and lone body lines are open. The prefilter finds the lines that can prove them. */
    boolean isIdle() {
        for (var i = 0; i < open.size(); i++) {
            if (open.get(i).proof().isProven() && !open.get(i).isMention()) {
                return false;
            }
        }
        return true;
    }

    /** Closes every open report: the input or the message ends, or the kernel boots, so that the rest of the reports is lost. */
    void end(boolean byBoot) {
        while (!open.isEmpty()) {
            close(open.get(0), null, byBoot);
        }
        ruler.forget();
    }

    /** Gives a line to the report that it belongs to, if there is one. */
    void take(TypedLine line) {
        forgetOld(line);
        if (line.is(SystemLines.IDENT)) {
            recogniseBanner(line);
        }
        var kind = headlines.kindOf(line.text(), ruler.isThere());
        if (kind != null) {
            begin(kind, kind.isCandidate(line.text()) ? line : line.as(headlines, kind), true);
            ruler.forget();
        } else if (give(line) || beginWithoutHead(line)) {
            ruler.forget();
        } else {
            pass(line);
        }
    }

    /** An ident line shows that the line above it is a headline, even if a person removed the ruler. */
    private void recogniseBanner(TypedLine ident) {
        for (var report : List.copyOf(open)) {
            var head = report.loneHead();
            var kind = head == null || !report.isInScope(ident) ? null : headlines.kindOf(head.text(), true);
            if (kind != null && !kind.isCandidate(head.text())) {
                open.remove(report);
                order.remove(report);
                open(kind, head.as(headlines, kind), true);
                return;
            }
        }
    }

    /** Passes over a line that cannot belong to any report. */
    void stepOver(TypedLine line) {
        forgetOld(line);
        cede(line, null);
        ruler.see(line);
    }

    private void forgetOld(TypedLine line) {
        ruler.forgetBefore(line);
        for (var i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).proof().isOverAt(line)) {
                close(open.get(i), null, false);
            }
        }
    }

    private void begin(ReportKind kind, TypedLine line, boolean hasHead) {
        Expectation best = null;
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            if (report.isInScope(line) && report.isRepeatedBy(kind)) {
                report.append(line);
                cede(line, report);
                return;
            }
            var expectation = hasHead ? HeadlinePolicy.expectationOf(report, kind, line) : null;
            if (expectation != null && HeadlinePolicy.isNearer(expectation, best)) {
                best = expectation;
            }
        }
        if (best != null) {
            take(best, line);
            return;
        }
        for (var report : List.copyOf(open)) {
            if (report.isInScope(line) && !HeadlinePolicy.mayOverlap(report, kind, line)) {
                var above = ruler.isThere() ? ruler.above(line) : null;
                report.task().interruptBy(above == null ? line : above, report.last());
                close(report, null, false);
            }
        }
        open(kind, line, hasHead);
    }

    private void open(ReportKind kind, TypedLine line, boolean hasHead) {
        var above = kind.printsRuler() || !hasHead ? ruler.above(line) : null;
        var isBelow = above != null && claimed.add(above.line());
        var heads = !isBelow ? List.of(line) : hasHead ? List.of(above, line) : ruler.bannerAbove(line);
        var others = !isBelow ? List.<TypedLine>of() : hasHead ? ruler.below() : ruler.othersBelow();
        var report = new OpenReport(kind, hasHead, heads, new UnclaimedLines(others, claimed, budget));
        cede(line, null);
        open.add(report);
        order.add(report);
        if (open.size() > MAX_OPEN) {
            close(open.get(0), ReportLimit.OPEN, false);
        }
    }

    /** Begins a report without a headline at a line that only this kind prints. */
    private boolean beginWithoutHead(TypedLine line) {
        if (line.match() == null || line.type() == null) {
            return false;
        }
        for (var kind : kinds) {
            if (kind.mayBeginWith(line)) {
                for (var report : open) {
                    if (report.isInScope(line) && HeadlinePolicy.isInMidst(report)) {
                        return false;
                    }
                }
                begin(kind, line, false);
                return true;
            }
        }
        return false;
    }

    private boolean give(TypedLine line) {
        Expectation best = null;
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            var expectation = guesses.see(best, report.isInScope(line) ? report.expectationFor(line) : null);
            if (expectation != null && (best == null || HeadlinePolicy.isBetter(expectation, best))) {
                best = expectation;
            }
        }
        if (best != null) {
            take(best, line);
        }
        return best != null;
    }

    private void take(Expectation expectation, TypedLine line) {
        var report = expectation.report();
        var hasEnded = report.take(expectation);
        cede(line, report);
        if (hasEnded) {
            close(report, null, false);
        }
    }

    /** Tells the open reports, except the one that took the line, about a line that is not theirs. */
    private void cede(TypedLine line, OpenReport taker) {
        for (var i = open.size() - 1; i >= 0; i--) {
            var other = open.get(i);
            if (other != taker) {
                other.cede(line, taker);
                if (other.overrun() == ReportLimit.LENGTH) {
                    close(other, null, false);
                }
            }
        }
    }

    /** Handles a line that no report takes. */
    void pass(TypedLine line) {
        forgetOld(line);
        ruler.see(line);
        var areDropped = !open.isEmpty() && DroppedMessages.areMarkedIn(line.line());
        for (var i = open.size() - 1; i >= 0; i--) {
            var report = open.get(i);
            var inScope = report.isInScope(line) && !line.is(DecodedCode.TYPE);
            var isOver = report.pass(line, inScope, areDropped);
            if (isOver || report.overrun() != null || IdleLimit.isExceeded(report, line.line(), inScope)) {
                close(report, null, false);
            }
        }
    }

    private void close(OpenReport report, ReportLimit limit, boolean byBoot) {
        open.remove(report);
        closed.put(report, report.close(limit, byBoot, guesses.remove(report), waiting.get()));
        if (open.isEmpty()) {
            claimed.forgetAll();
        } else {
            claimed.forgetBefore(open.get(0).first());
        }
        while (!order.isEmpty() && closed.containsKey(order.peek())) {
            ready.add(closed.remove(order.remove()));
        }
    }
}
