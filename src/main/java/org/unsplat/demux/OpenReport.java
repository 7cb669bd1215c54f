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

/**
 * A report whose end has not been seen. It says of each line how soon it expects it; the {@link Demux} gives it lines.
 * Lines between its own wait: once the report goes on, they are unexpected or foreign.
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

    /** Whether the line can be of this report as far as its caller and its quoting tell. */
    boolean isInScope(TypedLine line) {
        return channel.admits(line.line()) || kind.mayChangeCaller(last, line);
    }

    /** Whether it is quoted as deeply as the headline is: a reply between quoted lines is not. */
    boolean isSameDepth(TypedLine line) {
        return channel.depth() == line.line().depth();
    }

    boolean hasEnded() {
        return ended;
    }

    /** How many lines have gone by since this report took one. */
    int idle() {
        return idle;
    }

    /** How many of them could have been its own as far as their caller and quoting tell. */
    int gap() {
        return gap;
    }

    /** Whether it is a report for sure, not only trouble that may be one. */
    ProofWindow proof() {
        return proof;
    }

    /** The number of its last line so far. */
    int lastNumber() {
        return last.lastNumber();
    }

    /** The line that shows trouble, if that is all that has been read, and nothing came after it; else null. */
    TypedLine loneHead() {
        return !proof.isProven() && size == 1 && gap == 0 ? last : null;
    }

    /** Whether nothing but a line of its body has been read, which somebody may just talk of. */
    boolean isMention() {
        return !hasHead && size == 1;
    }

    /** Whether nothing but the headline has been read yet, and that ends with a function that was inlined. */
    boolean isRepeatedBy(ReportKind other) {
        return kind == other && parts.size() == 1 && last.text().contains("[inline]") && kind.isHead(last.text());
    }

    /** Whether the report may well be over: all that it always has was there, and no stack is left open. */
    boolean mayBeOver() {
        return !isStackOpen
                && (order.isAtLast() || kind.unordered() && hasTrace)
                && (order.current().endsPiece(last) || TypeLists.has(StackTrace.LIVE, last.type()));
    }

    /** How soon the report expects the line, null where it does not expect it at all. */
    Offer offer(TypedLine raw) {
        var line = gap == 0 && (raw.type() == null || raw.isCut()) ? ContextReader.read(raw, last, order) : raw;
        if (line.type() == null || task.excludes(line) || isBeyond(line)) {
            return null;
        }
        var piece = order.current();
        if (TypeLists.has(piece.following(), line.type()) && piece.mayFollow(last, line)) {
            return new Offer(this, line, (gap == 0 || !kind.unordered()) && piece.isNext(last, line) ? 0 : 1, -1);
        }
        if (TypeLists.has(piece.opening(), line.type()) && piece.repeats()) {
            return new Offer(this, line, 1, -1);
        }
        var next = order.next(line.type());
        return next < 0 ? null : new Offer(this, line, order.distance(next), next);
    }

    /** Whether frames that look otherwise come after prose: they are another text. */
    private boolean isBeyond(TypedLine line) {
        return gap > 1
                && line.line().time() == null
                && line.is(FrameLine.TYPE)
                && mayBeOver()
                && line.line().indent() != last.line().indent();
    }

    void take(Offer offer) {
        if (offer.piece() >= 0) {
            start(offer.piece());
        }
        unclaimed.settle();
        append(offer.line());
    }

    private void start(int index) {
        parts.add(new Span.Part(order.start(index), new ArrayList<>()));
    }

    /** Takes a line for the piece that took the last one. */
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

    /** Notes what the line begins, or is the end of. */
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
     * Lets a line go by that no report took, though it could be its own if it is in scope.
     * @param areDropped whether the kernel says on it that it dropped messages, be they of whatever caller
     * @return whether the report is over with it
     */
    boolean pass(TypedLine line, boolean inScope, boolean areDropped) {
        idle++;
        gap += inScope && isSameDepth(line) ? 1 : 0;
        var isOther = inScope && task.seeOther(line) || inScope && line.is(CrashLine.TYPE);
        if ((inScope || areDropped) && !task.isForeign(line)) {
            var isOfReport = line.isTyped() && line.type().isDistinctive(line.text());
            unclaimed.add(line, last, kind.keepsUnknownLines() || isOfReport);
        } else {
            unclaimed.addForeign(line);
        }
        if (inScope && line.is(SourcePlace.HEADER) && !mayBeOver()) {
            unclaimed.settle(); // A place of this report was looked up: the line counts even if nothing follows
        }
        return isOther && mayBeOver();
    }

    /** Keeps a line that another report took, as one that is foreign here. */
    void cede(TypedLine line, OpenReport taker) {
        idle++;
        var inScope = isInScope(line);
        gap += inScope && isSameDepth(line) ? 1 : 0;
        if (inScope) {
            task.seeTrouble(line);
        }
        if (inScope && taker != null && taker.kind.unordered() && line.is(SystemLines.CPU_LINE)) {
            unclaimed.add(line, last, false);
        } else {
            unclaimed.addForeign(line);
        }
    }

    /** @param limit why it is closed early, null for none */
    Span close(ReportLimit limit, boolean byBoot, TypedLine guess) {
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
                overrun() == null ? limit : overrun(),
                byBoot && !ended && !mayBeOver());
        unclaimed.release();
        return span;
    }

    /** The limit that it is over, null for none. */
    ReportLimit overrun() {
        return unclaimed.limitMetWith(size);
    }
}
