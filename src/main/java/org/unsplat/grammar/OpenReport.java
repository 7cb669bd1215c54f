package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.input.Line;

/**
 * A report whose end has not been seen. It says of each line how near it is to expecting it, and takes those that the
 * {@link Demux} decides to give it. What lies between lines of its own waits: it is foreign once the report goes on.
 */
final class OpenReport {

    /** The line is nothing that this report can expect. */
    static final int NOT_MINE = -1;
    /** From here on: the line is of a piece that should have come before. */
    static final int OUT_OF_ORDER = 100;

    private final ReportKind kind;
    private final String caller;
    private final List<Span.Part> parts = new ArrayList<>();
    private final NamedTask task;
    private final PieceOrder order;
    private final Bystanders others;
    private int idle;
    private int gap;
    private final int patience;
    private int size;
    private int stacksOpen;
    private LastLine last;
    private boolean ended;
    private boolean proven;
    /** What {@link #distance} has found of the line that {@link #take} may be given next. */
    private Unwrapper.Joined joined;

    private Line rejoined;
    private int starting;

    OpenReport(ReportKind kind, List<Line> heads, Bystanders others) {
        this.kind = kind;
        this.others = others;
        this.task = new NamedTask(kind);
        this.order = new PieceOrder(kind);
        this.caller = heads.get(heads.size() - 1).caller();
        start(order.headPiece(heads.get(heads.size() - 1).words()));
        for (var head : heads) {
            append(head);
        }
        this.patience = kind.patience(last.words());
    }

    /** The number of its first line. */
    int first() {
        return parts.get(0).lines().get(0).number();
    }

    ReportKind kind() {
        return kind;
    }

    /** Whether the line can be of this report as far as its caller tells. */
    boolean isInScope(Line line) {
        return caller == null || caller.equals(line.caller()) || line.caller() == null && line.time() == null;
    }

    String caller() {
        return caller;
    }

    boolean hasEnded() {
        return ended;
    }

    /** How many lines of the input have gone by since this report took one. */
    int idle() {
        return idle;
    }

    /** Whether it is a report for sure, and not only trouble that may turn out to be one. */
    boolean isProven() {
        return proven;
    }

    /** Whether the line comes too late to show that this is a report. */
    boolean isDisproved(Line line) {
        return !proven && line.number() - first() > patience;
    }

    /** The lines read so far if all are of its first piece, else none. */
    List<Line> beginning() {
        return parts.size() == 1 ? parts.get(0).lines() : List.of();
    }

    /** Whether the report may well be over: its last piece has been reached, and no stack is left open. */
    boolean mayBeOver() {
        return order.isAtLast()
                && stacksOpen == 0
                && (last.mayEnd() || order.current().ends(last.words()));
    }

    /** How near the line is to what is expected next: 0 the very next thing, {@link #NOT_MINE} nothing at all. */
    int distance(Line line) {
        var text = line.words();
        joined = null;
        rejoined = null;
        starting = -1;
        if (isNextFrame(text)) {
            return 0;
        }
        if (task.isOther(text)) {
            return NOT_MINE;
        }
        var whole = BrokenLine.joined(others.lastWaiting(), line);
        var distance = BrokenLine.lacksStart(text, whole) ? NOT_MINE : distanceAlone(line);
        rejoined = distance == NOT_MINE ? whole : null;
        return rejoined == null ? distance : distance(whole.text());
    }

    /** Most lines are: what would be asked of them takes long, and has the same answer. */
    private boolean isNextFrame(String text) {
        return gap == 0
                && order.current().holdsStacks()
                && last.isPlainFrame()
                && FrameLine.isPlain(text)
                && !task.inOtherDump();
    }

    private int distanceAlone(Line line) {
        var text = line.words();
        var piece = order.current();
        var isNext = (gap == 0 || !kind.inAnyOrder()) && piece.follows(last.words(), text);
        var alone = isNext ? 0 : distance(text);
        if (alone != NOT_MINE
                && line.time() != null
                && !Unwrapper.isFragment(text)
                && (isNext && !FrameLine.matches(text) || last.isWhole(piece))) {
            // What is expected is no end of the line before, but that a frame may be the place of a lock
            return alone;
        }
        joined = last.joined(piece, others.waiting(), line);
        if (joined == null && (isNext || !piece.holdsStacks() || !last.isAboveTrimmed(line))) {
            return alone;
        }
        starting = -1;
        return 0;
    }

    private int distance(String text) {
        if (order.current().continues(text)) {
            return 1;
        }
        starting = order.next(text);
        return starting < 0 ? NOT_MINE : order.distance(starting);
    }

    /** Takes a line for which {@link #distance} has just said that it may. */
    void take(Line line) {
        if (joined != null) {
            join(line);
            return;
        }
        if (starting >= 0) {
            start(starting);
        }
        var own = rejoined == null ? line : others.replaced(rejoined);
        settleWaiting();
        append(own);
    }

    private void join(Line line) {
        var lines = parts.get(parts.size() - 1).lines();
        var whole = others.joined(lines.remove(lines.size() - 1), line, joined);
        settleWaiting();
        append(whole);
    }

    private void start(int index) {
        parts.add(new Span.Part(order.start(index), new ArrayList<>()));
    }

    /** Takes a line for the piece that took the last one. */
    void append(Line line) {
        parts.get(parts.size() - 1).lines().add(line);
        last = new LastLine(line);
        idle = 0;
        gap = 0;
        size++;
        proven |= kind.isProvenBy(last.words());
        others.hold(line);
        ended |= overrun() != null;
        if (!last.isPlainFrame()) {
            seeEnds(last.words());
        }
    }

    /** Notes what the line begins, or is the end of. */
    private void seeEnds(String text) {
        task.learn(text);
        var mark = StackTrace.mark(text);
        stacksOpen = mark == null ? stacksOpen : mark.startsWith("/") ? 0 : 1;
        var piece = order.current();
        ended |= piece.closes(text) || piece.ends(text) && order.isAtLast();
    }

    /** Whether the report begins anew with this line, and so is over. */
    boolean restarts(String text) {
        var piece = order.current();
        return (kind.inAnyOrder() || mayBeOver()) && SystemLines.isLine(text) && piece.starts(text) && last.mayEnd();
    }

    /**
     * Lets a line go by that no report took, though it could be its own, as far as its caller tells, if it is in scope.
     */
    void pass(Line line, boolean inScope) {
        idle++;
        gap += inScope ? 1 : 0;
        if (inScope && !task.inOtherDump()) {
            others.await(line);
        } else {
            others.cede(line);
        }
    }

    private void settleWaiting() {
        if (!others.waiting().isEmpty()) {
            others.settle(line ->
                    caller != null || !task.inOtherDump() && (kind.keepsStrangeLines() || order.knows(line.words())));
        }
    }

    /** Keeps a line that another report took, as one that is foreign here. */
    void cede(Line line) {
        idle++;
        gap += isInScope(line) ? 1 : 0;
        others.cede(line);
    }

    /** @param limit why it is closed before its end, null for none */
    Span close(ReportLimit limit) {
        var met = overrun() == null ? limit : overrun();
        var foreign = others.foreignUpTo(last.line().lastNumber());
        others.letGo();
        return new Span(kind, caller, List.copyOf(parts), others.with(parts), others.strange(), foreign, met);
    }

    /** The limit that it is over, null for none. */
    ReportLimit overrun() {
        return ReportLimit.metBy(size, others.count(), others.held());
    }
}
