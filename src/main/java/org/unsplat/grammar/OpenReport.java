package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unsplat.input.Line;

/**
 * A report whose end has not been seen. It says of each line how near it is to expecting it, and takes those that the
 * {@link Demux} decides to give it. What lies between lines of its own waits: it is foreign once the report goes on.
 */
final class OpenReport {

    /** The line is nothing that this report can expect. */
    static final int NOT_MINE = -1;
    private static final int OUT_OF_ORDER = 100;
    private static final int MAX_LINES = 20_000;
    private static final int MAX_WRAPPED = 3;
    private static final Pattern FRAME_TAIL = Pattern.compile("[\\w./+-]+\\.\\w{1,3}:\\d+(?: \\[\\w+\\])?|\\[[\\w-]+\\]");

    private static final Pattern SYMBOL_AT_END = Pattern.compile("\\+0x[0-9a-f]+/0x[0-9a-f]+$");
    private static final Pattern BUILD_ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern CODE_TAIL = Pattern.compile("(?:<?[0-9a-f]{2}>? ?)+");
    private static final Pattern DUMP = Pattern.compile("[0-9a-f]{4}: [0-9a-f ]+");
    private static final Pattern DUMP_TAIL = Pattern.compile("[0-9a-f]{8}(?: [0-9a-f]{8})*");

    private final ReportKind kind;
    private final String caller;
    private final List<Span.Part> parts = new ArrayList<>();
    private final Set<Piece> seen = new HashSet<>();
    private final List<Line> waiting = new ArrayList<>();
    private final List<Line> strange = new ArrayList<>();
    private final List<Line> foreign = new ArrayList<>();
    private int current;
    private int idle;
    private int gap;
    private int size;
    private int stacksOpen;
    private Line lastLine;
    private String last;
    private boolean ended;

    OpenReport(ReportKind kind, List<Line> heads) {
        this.kind = kind;
        this.caller = heads.get(heads.size() - 1).caller();
        start(0);
        heads.forEach(this::append);
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

    int firstLine() {
        return parts.get(0).lines().get(0).number();
    }

    boolean hasEnded() {
        return ended;
    }

    /** How many lines of the input have gone by since this report took one. */
    int idle() {
        return idle;
    }

    /** Whether nothing but the headline has been read yet. */
    boolean isBare() {
        return parts.size() == 1 && parts.get(0).lines().size() <= 2;
    }

    String lastText() {
        return last;
    }

    /** Whether the report may well be over: its last piece has been reached, and no stack is left open. */
    boolean mayBeOver() {
        return current == kind.pieces().size() - 1 && stacksOpen == 0 && StackTrace.isLine(last);
    }

    /** How near the line is to what is expected next: 0 the very next thing, {@link #NOT_MINE} nothing at all. */
    int distance(Line line, String text) {
        var piece = kind.pieces().get(current);
        if (isRestOfLast(line, text) || piece.follows(last, text) && (gap == 0 || !kind.inAnyOrder())) {
            return 0;
        }
        if (piece.continues(text)) {
            return 1;
        }
        var next = next(text);
        return next < 0 ? NOT_MINE : next > current ? 1 + next - current : kind.inAnyOrder() ? 2 : OUT_OF_ORDER;
    }

    /** The piece that the line starts: the nearest one ahead, else one that has not been seen; -1 for none. */
    private int next(String text) {
        var pieces = kind.pieces();
        for (var i = current + 1; i < pieces.size(); i++) {
            if (pieces.get(i).starts(text) && (!seen.contains(pieces.get(i)) || pieces.get(i).repeats())) {
                return i;
            }
        }
        for (var i = 0; i <= current; i++) {
            if ((!seen.contains(pieces.get(i)) || kind.inAnyOrder() && pieces.get(i).repeats()) && pieces.get(i).starts(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes a line for which {@link #distance} said that it may. */
    void take(Line line, String text) {
        if (isRestOfLast(line, text)) {
            join(line);
            return;
        }
        var piece = kind.pieces().get(current);
        if (!piece.continues(text) && !(piece.follows(last, text) && (gap == 0 || !kind.inAnyOrder()))) {
            start(next(text));
        }
        settleWaiting();
        append(line);
    }

    /** The text of the last line with what waits and this one after it, where a mailer cut it and it is whole now. */
    private boolean isRestOfLast(Line line, String text) {
        if (line.time() != null || line.caller() != null || waiting.size() >= MAX_WRAPPED || last == null) {
            return false;
        }
        var piece = kind.pieces().get(current);
        var whole = piece.isWhole(last);
        return !whole && piece.isWhole(joined(text))
                || whole && waiting.isEmpty() && isTail(text);
    }

    /** What a mailer may have cut off a line that is whole without it: a place, a module, a build id, more of a dump. */
    private boolean isTail(String text) {
        var frame = FRAME_TAIL.matcher(text).matches();
        return frame && FrameLine.parse(last) != null ? FrameLine.parse(last + " " + text) != null
                : frame && text.charAt(0) == '[' && SYMBOL_AT_END.matcher(last).find()
                        || last.startsWith("CPU: ") && BUILD_ID.matcher(text).matches()
                        || last.startsWith("Code: ") && CODE_TAIL.matcher(text).matches()
                        || DUMP.matcher(last).matches() && DUMP_TAIL.matcher(text).matches();
    }

    private String joined(String text) {
        var joined = last;
        for (var line : waiting) {
            joined = join(joined, line.text().strip());
        }
        return join(joined, text);
    }

    /** A mailer breaks lines at blanks, and within an arrow too. */
    private static String join(String line, String rest) {
        return line + (line.endsWith("-") && rest.startsWith(">") ? "" : " ") + rest;
    }

    private void join(Line line) {
        var whole = joined(line.text().strip());
        var raw = new StringBuilder(lastLine.raw());
        waiting.forEach(each -> raw.append('\n').append(each.raw()));
        waiting.clear();
        var lines = parts.get(parts.size() - 1).lines();
        lines.remove(lines.size() - 1);
        append(new Line(lastLine.number(), raw.append('\n').append(line.raw()).toString(), whole, lastLine.time(),
                lastLine.caller()));
    }

    private void start(int index) {
        current = index;
        seen.add(kind.pieces().get(index));
        parts.add(new Span.Part(kind.pieces().get(index), new ArrayList<>()));
    }

    /** Takes a line for the piece that took the last one. */
    void append(Line line) {
        parts.get(parts.size() - 1).lines().add(line);
        lastLine = line;
        last = line.text().strip();
        idle = 0;
        gap = 0;
        size++;
        var mark = StackTrace.mark(last);
        stacksOpen = mark == null ? stacksOpen : mark.startsWith("/") ? 0 : 1;
        var piece = kind.pieces().get(current);
        ended |= piece.closes(last) || piece.ends(last) && current == kind.pieces().size() - 1 || size > MAX_LINES;
    }

    /** Lets a line that it did not get go by. */
    void pass(Line line, boolean mayBelong) {
        idle++;
        gap++;
        if (mayBelong) {
            waiting.add(line);
        }
    }

    private void settleWaiting() {
        for (var line : waiting) {
            (caller != null || kind.keepsStrangeLines() || looksLikeReport(line.text().strip()) ? strange : foreign).add(line);
        }
        waiting.clear();
    }

    private boolean looksLikeReport(String text) {
        return kind.pieces().stream().anyMatch(piece -> piece.starts(text) || piece.continues(text));
    }

    /** Keeps a line that another report took, as one that is foreign here. */
    void cede(Line line) {
        idle++;
        gap += isInScope(line) ? 1 : 0;
        if (!line.text().isBlank()) {
            ceded.add(line);
        }
    }

    private final List<Line> ceded = new ArrayList<>();

    Span close() {
        var lastNumber = lastLine.lastNumber();
        ceded.stream().filter(line -> line.number() <= lastNumber).forEach(foreign::add);
        foreign.sort(java.util.Comparator.comparingInt(Line::number));
        return new Span(kind, caller, List.copyOf(parts), List.copyOf(strange), List.copyOf(foreign));
    }
}
