package org.unsplat.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unsplat.classify.Classifier;
import org.unsplat.classify.TypedLine;
import org.unsplat.input.Line;

/**
 * Joins the parts of broken lines. A line that may be cut waits for the next lines of the same message, quoting depth and
 * caller. Where lines have no time stamps, even a whole line waits, because the next line may be its end:
 * <pre>
 * #0:                                                                       a mailer broke the line at a blank
 * ffff0000c1d98148 ((wq_completion)iou_exit){+.+.}-{0:0}, at: process_one_work+0x4e8/0xfc0
 *
 * ffff0000eea0a3e0                                                          printk printed it in pieces
 *  (
 * &amp;q-&gt;lock
 * ){+.+.}-{0:0}, at: f+0x1/0x2
 * </pre>
 * Parts that make no line together are passed on one by one, in their order.
 */
public final class LineJoiner {

    /** Longer lines are not the kernel's: printk truncates at 1024 characters; the rest is for what tools add. */
    public static final int LONGEST_LINE = 4096;

    /** The largest number of callers whose cut line waits while other callers print. */
    private static final int MAX_PARKED = 16;

    /** The number of lines a cut line waits for its end; an open report waits as long for its next line. */
    private static final int MAX_WAIT = 200;

    private final Classifier classifier;
    private final Consumer<TypedLine> out;
    private final LineWidths widths = new LineWidths();
    private final Map<String, WrappedLine> parked = new LinkedHashMap<>();
    private WrappedLine open;
    private boolean afterBlank;

    /** The line before if nothing is left of it but its time. */
    private Line blank;

    /** @param out is given each line that is whole, or that cannot become whole */
    public LineJoiner(Classifier classifier, Consumer<TypedLine> out) {
        this.classifier = classifier;
        this.out = out;
    }

    /** Whether no line is waiting. */
    public boolean isEmpty() {
        return open == null && parked.isEmpty();
    }

    /** The lines that wait. Lines below them may have been passed on. */
    public List<Line> waiting() {
        var waiting = new ArrayList<Line>();
        for (var each : parked.values()) {
            waiting.addAll(each.parts());
        }
        if (open != null) {
            waiting.addAll(open.parts());
        }
        return waiting;
    }

    /** Takes the next line; an empty one ends the line before it. */
    public void take(Line line) {
        if (line.stripped().isEmpty()) {
            release();
            afterBlank = true;
            blank = line.time() == null ? null : line;
            return;
        }
        releaseStale(line);
        widths.see(line);
        add(isIndented(line) ? line.quotedLike(blank) : line, afterBlank);
        afterBlank = false;
        blank = null;
    }

    /**
     * Whether a mailer broke the line before this one within the indentation, so that only the prefix is left of it:
     * <pre>
     * > [   12.345678]
     * asm_sysvec_apic_timer_interrupt+0x16/0x20
     * </pre>
     */
    private boolean isIndented(Line line) {
        return isBelowBlank(line) && classifier.classify(line).isWhole();
    }

    private boolean isBelowBlank(Line line) {
        return blank != null
                && line.time() == null
                && line.depth() < blank.depth()
                && line.number() == blank.lastNumber() + 1;
    }

    /** Passes on all waiting lines, because the message ends or the next line belongs to no report. */
    public void flush() {
        release();
        for (var caller : List.copyOf(parked.keySet())) {
            open = parked.remove(caller);
            release();
        }
        widths.forget();
    }

    /** Whether the line may be the end of a waiting line. */
    public boolean waitsFor(Line line) {
        return isBelowBlank(line)
                || open != null && (line.caller() == null || line.caller().equals(open.caller()))
                || line.caller() != null && parked.containsKey(line.caller());
    }

    /** Passes on the waiting line if the next line shows that it is complete. */
    public void settleBefore(Line next) {
        releaseStale(next);
        if (open != null && open.isWholeBefore(next)) {
            var given = open;
            open = null;
            out.accept(given.best());
        }
    }

    /** Passes on the lines that have waited too long for a line of their caller. */
    private void releaseStale(Line next) {
        if (open != null && isStale(open, next)) {
            release();
        }
        if (parked.isEmpty()) {
            return;
        }
        for (var each : List.copyOf(parked.values())) {
            if (isStale(each, next)) {
                release();
                open = parked.remove(each.caller());
                release();
            }
        }
    }

    private static boolean isStale(WrappedLine line, Line next) {
        return next.number() - line.number() > MAX_WAIT;
    }

    private void add(Line line, boolean belowBlank) {
        if (parked.isEmpty()) {
            settleBefore(line);
        }
        if (open == null && parked.isEmpty()) {
            start(classifier.classify(line), belowBlank);
            return;
        }
        var queue = new ArrayDeque<Line>();
        for (var next = line; next != null; next = queue.poll()) {
            var typed = classifier.classify(next);
            resume(next);
            if (open != null && open.isRefused(next)) {
                putAside();
            }
            if (open != null && open.add(typed, widths)) {
                continue;
            }
            var copied = open == null ? null : open.copiedFor(next);
            if (copied != null) {
                release();
                start(classifier.classify(copied), false);
            } else if (!giveUp(queue, next)) {
                start(typed, belowBlank && next == line);
            }
        }
    }

    /** Continues with the line of this caller that waits, if there is one. */
    private void resume(Line next) {
        var waiting = parked.isEmpty() || next.caller() == null ? null : parked.remove(next.caller());
        if (waiting != null) {
            release();
            open = waiting;
        }
    }

    /** Puts the waiting line aside, because a line of another caller follows. */
    private void putAside() {
        if (open.mayBeParked() && parked.size() < MAX_PARKED) {
            parked.put(open.caller(), open);
            open = null;
        }
    }

    private void start(TypedLine line, boolean belowBlank) {
        var first = belowBlank ? line.belowBlank() : line;
        if (WrappedLine.isClosed(first)) {
            out.accept(first);
        } else {
            open = new WrappedLine(classifier, first);
        }
    }

    private void release() {
        if (open == null) {
            return;
        }
        var rest = new ArrayDeque<Line>();
        giveUp(rest, null);
        for (var line : rest) {
            out.accept(classifier.classify(line));
        }
    }

    /**
     * Passes on the longest whole line that the parts make, or else the first part, and queues the remaining parts.
     *
     * @return whether there are remaining parts, so that they and the line after them are in the queue
     */
    private boolean giveUp(ArrayDeque<Line> queue, Line after) {
        if (open == null) {
            return false;
        }
        var given = open;
        open = null;
        out.accept(given.best());
        var rest = given.rest();
        if (!rest.isEmpty() && after != null) {
            queue.addFirst(after);
        }
        for (var i = rest.size() - 1; i >= 0; i--) {
            queue.addFirst(rest.get(i));
        }
        return !rest.isEmpty();
    }
}
