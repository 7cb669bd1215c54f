package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.BitSet;
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
    static final int MAX_LINES = 20_000;
    /** Lines of others between its own. */
    static final int MAX_OTHERS = 50_000;
    private final ReportKind kind;
    private final String caller;
    private final List<Span.Part> parts = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final NamedTask task;
    private final Bystanders others;
    private final List<Line> rests = new ArrayList<>();
    private int current;
    private int idle;
    private int gap;
    private final int patience;
    private int size;
    private int stacksOpen;
    private Line lastLine;
    private String last;
    private boolean ended;
    private boolean proven;

    /** What {@link #distance} has found of the line that {@link #take} may be given next. */
    private Unwrapper.Joined joined;
    private int starting;

    /** Whether the last line is all there: 1 yes, 0 no, -1 not asked yet. */
    private int whole = -1;

    OpenReport(ReportKind kind, List<Line> heads, Bystanders others) {
        this.kind = kind;
        this.others = others;
        this.task = new NamedTask(kind);
        this.caller = heads.get(heads.size() - 1).caller();
        start(kind.headPiece(heads.get(heads.size() - 1).text().strip()));
        heads.forEach(this::append);
        this.patience = kind.patience(last);
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
        return !proven && line.number() - parts.get(0).lines().get(0).number() > patience;
    }

    /** Whether nothing but the headline has been read yet. */
    boolean isBare() {
        return parts.size() == 1 && parts.get(0).lines().stream().allMatch(line -> kind.isHead(line.text().strip())
                || Banner.isRuler(line.text().strip(), '='));
    }

    String lastText() {
        return last;
    }

    /** Whether the report may well be over: its last piece has been reached, and no stack is left open. */
    boolean mayBeOver() {
        return current == kind.pieces().size() - 1 && stacksOpen == 0
                && (StackTrace.isLine(last) || kind.pieces().get(current).ends(last));
    }

    /** How near the line is to what is expected next: 0 the very next thing, {@link #NOT_MINE} nothing at all. */
    int distance(Line line, String text) {
        joined = null;
        starting = -1;
        if (task.isOther(text)) {
            return NOT_MINE;
        }
        var piece = kind.pieces().get(current);
        joined = mayJoin(piece, line, text) ? Unwrapper.join(piece, last, isWhole(piece), others.waiting(), line, text) : null;
        if (joined != null || (gap == 0 || !kind.inAnyOrder()) && piece.follows(last, text)) {
            return 0;
        }
        if (piece.continues(text)) {
            return 1;
        }
        starting = next(text);
        return starting < 0 ? NOT_MINE : starting > current ? 1 + starting - current : kind.inAnyOrder() ? 2 : OUT_OF_ORDER;
    }

    /** A console breaks no line that is whole. */
    private boolean mayJoin(Piece piece, Line line, String text) {
        return Unwrapper.isNear(last, others.waiting(), text) && (line.time() == null || !isWhole(piece));
    }

    private boolean isWhole(Piece piece) {
        if (whole < 0) {
            whole = piece.isWhole(last) ? 1 : 0;
        }
        return whole == 1;
    }

    /** The piece that the line starts: the nearest one ahead, else one that has not been seen; -1 for none. */
    private int next(String text) {
        var pieces = kind.pieces();
        for (var i = current + 1; i < pieces.size(); i++) {
            if (pieces.get(i).starts(text) && (!seen.get(i) || pieces.get(i).repeats())) {
                return i;
            }
        }
        for (var i = 0; i <= current; i++) {
            if ((!seen.get(i) || kind.inAnyOrder() && pieces.get(i).repeats()) && pieces.get(i).starts(text)) {
                return i;
            }
        }
        return -1;
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
        settleWaiting();
        append(line);
    }

    private void join(Line line) {
        var lines = parts.get(parts.size() - 1).lines();
        var whole = lines.remove(lines.size() - 1);
        if (joined.usesBetween()) {
            for (var each : others.waiting()) {
                whole = withRaw(whole, each);
            }
            others.waiting().clear();
        }
        whole = withRaw(whole, line);
        settleWaiting();
        append(new Line(whole.number(), whole.raw(), joined.text(), whole.time(), whole.caller()));
    }

    /** The line with the text of its next part as it came, which is kept apart where it is not the very next line. */
    private Line withRaw(Line line, Line next) {
        if (next.number() == line.lastNumber() + 1) {
            return line.followedBy(next);
        }
        rests.add(next);
        return line;
    }

    private void start(int index) {
        current = index;
        whole = -1;
        seen.set(index);
        parts.add(new Span.Part(kind.pieces().get(index), new ArrayList<>()));
    }

    /** Takes a line for the piece that took the last one. */
    void append(Line line) {
        parts.get(parts.size() - 1).lines().add(line);
        lastLine = line;
        last = line.text().strip();
        whole = -1;
        idle = 0;
        gap = 0;
        size++;
        proven |= kind.isProvenBy(last);
        task.learn(last);
        var mark = StackTrace.mark(last);
        stacksOpen = mark == null ? stacksOpen : mark.startsWith("/") ? 0 : 1;
        var piece = kind.pieces().get(current);
        ended |= piece.closes(last) || piece.ends(last) && current == kind.pieces().size() - 1 || isTooLong();
    }

    /** Whether the report begins anew with this line, and so is over. */
    boolean restarts(String text) {
        var piece = kind.pieces().get(current);
        return (kind.inAnyOrder() || mayBeOver()) && SystemLines.isLine(text) && piece.starts(text) && StackTrace.isLine(last);
    }

    /** Lets a line that it did not get go by. */
    void pass(Line line, boolean mayBelong) {
        idle++;
        gap++;
        if (mayBelong && !task.inOtherDump()) {
            others.await(line);
        } else if (mayBelong) {
            others.cede(line);
        }
    }

    private void settleWaiting() {
        others.settle(line -> caller != null
                || !task.inOtherDump() && (kind.keepsStrangeLines() || kind.mayHold(line.text().strip())));
    }

    /** Keeps a line that another report took, as one that is foreign here. */
    void cede(Line line) {
        idle++;
        gap += isInScope(line) ? 1 : 0;
        others.cede(line);
    }

    /** @param limit why it is closed before its end, null for none */
    Span close(ReportLimit limit) {
        var lastNumber = rests.stream().mapToInt(Line::lastNumber).reduce(lastLine.lastNumber(), Math::max);
        return new Span(kind, caller, List.copyOf(parts), List.copyOf(rests), others.strange(), others.foreignUpTo(lastNumber),
                isTooLong() ? ReportLimit.LENGTH : limit);
    }

    private boolean isTooLong() {
        return size > MAX_LINES || others.count() > MAX_OTHERS;
    }
}
