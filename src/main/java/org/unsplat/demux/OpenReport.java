package org.unsplat.demux;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.CrashLine;
import org.unsplat.grammar.ReportKind;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.stack.SourcePlace;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.Line;

/**
 * A report whose end has not been seen. It tells how soon it expects a line, and the {@link Demux} gives it lines. Other lines
 * wait until the report goes on, and then are unexpected or foreign lines within it.
 */
final class OpenReport {

    private final ReportKind kind;
    private final boolean hasHead;
    private Channel channel;
    private final List<Span.Part> parts = new ArrayList<>();
    private final ReportTask task;
    private final PieceOrder order;
    private final UnclaimedLines unclaimed;
    private final ProofWindow proof;
    private int idle;
    private int gap;
    private int size;
    private boolean isStackOpen;
    private boolean hasTrace;
    private boolean ended;
    private TypedLine last;

    OpenReport(ReportKind kind, boolean hasHead, List<TypedLine> heads, UnclaimedLines unclaimed) {
        var head = heads.get(heads.size() - 1);
        this.kind = kind;
        this.hasHead = hasHead;
        this.unclaimed = unclaimed;
        this.task = new ReportTask(kind);
        this.proof = new ProofWindow(kind, heads.get(0), head);
        this.order = new PieceOrder(kind);
        this.channel = Channel.of(head.line());
        var piece = order.first(head.type(), hasHead && !kind.unordered());
        start(hasHead || heads.size() == 1 ? piece : 0);
        for (var each : heads) {
            if (!hasHead && each == head && heads.size() > 1) {
                start(piece);
            }
            append(each);
        }
    }

    int first() {
        return parts.get(0).lines().get(0).line().number();
    }

    ReportKind kind() {
        return kind;
    }

    Channel channel() {
        return channel;
    }

    /** Whether caller and quoting depth of the line fit this report. */
    boolean isInScope(TypedLine line) {
        return channel.admits(line.line()) || kind.mayChangeCaller(last, line);
    }

    /** The number of lines since this report took one. */
    int idle() {
        return idle;
    }

    /** The number of those lines whose caller and quoting depth fit this report. */
    int gap() {
        return gap;
    }

    /** The task that it is about. */
    ReportTask task() {
        return task;
    }

    /** Whether it is certainly a report, and not only a problem that may become one. */
    ProofWindow proof() {
        return proof;
    }

    /** The line that may be a headline, if it is unproven and the only line so far, and none came after it; else null. */
    TypedLine loneHead() {
        return !proof.isProven() && size == 1 && gap == 0 ? last : null;
    }

    /** Whether only one line of a report's body was read, which may be quoted in prose. */
    boolean isMention() {
        return !hasHead && size == 1;
    }

    /** Whether so few lines were read that they may be single ones, if the next lines of their caller are of something else. */
    boolean isShort() {
        return size < Span.SHORTEST_BODY && (!hasHead || channel.caller() != null);
    }

    /** Whether only the headline was read, and it ends with an inlined function, so that a symbolizer repeats it. */
    boolean isRepeatedBy(ReportKind other) {
        return kind == other && parts.size() == 1 && last.text().contains("[inline]") && kind.isHead(last.text());
    }

    /** Whether the report is probably over: all parts that it always has were there, and no stack is open. */
    boolean mayBeOver() {
        return !isStackOpen
                && (order.isAtLast() || kind.unordered() && hasTrace)
                && (order.current().endsPiece(last) || TypeLists.has(StackTrace.LIVE, last.type()));
    }

    /** How soon the report expects the line, null if it does not expect it. */
    Expectation expectationFor(TypedLine raw) {
        var line = gap == 0 && (raw.type() == null || raw.isCut()) ? ContextReader.read(raw, last, order) : raw;
        if (line.type() == null || task.excludes(line) || OtherText.isIn(line, last, gap, mayBeOver())) {
            return null;
        }
        var piece = order.current();
        if (TypeLists.has(piece.following(), line.type()) && piece.mayFollow(last, line)) {
            return new Expectation(this, line, (gap == 0 || !kind.unordered()) && piece.isNext(last, line) ? 0 : 1, -1);
        }
        if (TypeLists.has(piece.opening(), line.type()) && piece.repeats()) {
            return new Expectation(this, line, 1, -1);
        }
        var next = order.next(line.type());
        return next < 0 ? null : new Expectation(this, line, order.distance(next), next);
    }

    /** Takes the line and returns whether the report has ended. */
    boolean take(Expectation expectation) {
        if (expectation.piece() >= 0) {
            start(expectation.piece());
        }
        unclaimed.settle();
        append(expectation.line());
        return ended;
    }

    private void start(int index) {
        parts.add(new Span.Part(order.start(index), new ArrayList<>()));
    }

    /** Adds a line to the piece that took the last one. */
    void append(TypedLine line) {
        parts.get(parts.size() - 1).lines().add(line);
        proof.learn(last, line);
        channel = channel.after(line.line());
        last = line;
        idle = 0;
        gap = 0;
        size++;
        unclaimed.count(line);
        ended |= overrun() != null;
        learn(line);
    }

    /** Notes what the line begins or ends. */
    private void learn(TypedLine line) {
        if (line.is(FrameLine.TYPE)) {
            hasTrace |= order.current().isTrace();
            return;
        }
        task.learn(line);
        if (!ReportTask.isOfDump(line)) {
            task.leaveOtherDump();
        }
        var mark = line.read(StackTrace.MARK);
        isStackOpen = mark == null ? isStackOpen : !mark.startsWith("/");
        var piece = order.current();
        ended |= piece.endsReport(line) || piece.endsPiece(line) && order.isAtLast();
    }

    /**
     * Passes over a line that no report took, and returns whether the report is over.
     * @param areDropped whether the line says that the kernel dropped messages, of whatever caller
     */
    boolean pass(TypedLine line, boolean inScope, boolean areDropped) {
        idle++;
        gap += inScope && channel.isSameDepth(line.line()) ? 1 : 0;
        var isOther = inScope && task.seeOther(line, last) || inScope && line.is(CrashLine.TYPE);
        var isApart = SourcePlace.isApart(last, line);
        if ((inScope || areDropped) && !task.isForeign(line)) {
            var isOfReport = line.isTyped() && line.type().isDistinctive(line.text()) && !isApart;
            unclaimed.add(line, last, kind.keepsUnknownLines() || isOfReport);
        } else {
            unclaimed.addForeign(line);
        }
        if (inScope && line.is(SourcePlace.HEADER) && !isApart && !mayBeOver() && !ReportTask.isOfHead(last)) {
            unclaimed.settle(); // A place of this report was looked up: the line belongs to it even if nothing follows
        }
        return isOther && mayBeOver() && kind.endsWithTrace();
    }

    /** Keeps a line that another report took or that belongs to none as foreign; a CPU line in an unordered report may be this one's. */
    void cede(TypedLine line, OpenReport taker) {
        idle++;
        var inScope = isInScope(line);
        gap += inScope && channel.isSameDepth(line.line()) ? 1 : 0;
        if (inScope) {
            task.seeTrouble(line, last);
        }
        if (inScope && taker != null && taker.kind.unordered() && line.is(SystemLines.CPU_LINE)) {
            unclaimed.add(line, last, false);
        } else {
            unclaimed.addForeign(line);
        }
    }

    /** Its last line so far. */
    TypedLine last() {
        return last;
    }

    /**
     * Closes the report; {@code limit} closes it early, {@code guess} is its first frame that may be another's; both may be null;
     * {@code waiting} are lines that will be given later than those below them.
     */
    Span close(ReportLimit limit, boolean byBoot, TypedLine guess, List<Line> waiting) {
        unclaimed.addLate(waiting, first(), last.lastNumber());
        var span = new Span(
                kind,
                hasHead,
                channel.isOnly() ? channel.caller() : null,
                List.copyOf(parts),
                Span.own(parts, unclaimed.unexpected()),
                unclaimed.unexpected(),
                unclaimed.foreign(),
                unclaimed.doubtful(),
                unclaimed.below(),
                guess,
                task.interrupted(byBoot ? last : null),
                overrun() == null ? limit : overrun(),
                byBoot && !ended && !mayBeOver());
        unclaimed.release();
        return span;
    }

    /** The limit that it exceeds, or null. */
    ReportLimit overrun() {
        return unclaimed.limitMetWith(size);
    }
}
