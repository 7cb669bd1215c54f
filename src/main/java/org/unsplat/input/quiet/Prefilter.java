package org.unsplat.input.quiet;

import org.unsplat.input.bytes.QuietRuns;
import org.unsplat.input.bytes.ReadBuffer;
import org.unsplat.input.bytes.Swar;

/**
 * Skips quiet stretches of a console log without decoding their lines. It stops well before anything that matters
 * ({@link Triggers}), so that the layers and the engine see enough lines before it to have the same state as if they had seen
 * every line:
 *
 * <pre>{@code
 * quiet lines                  skipped, counted
 * BUG: KASAN: ...              may still be open further on, so it must be seen
 * 150 lines                    after which it is closed
 * 48 or 100 lines              enough for quoting, prefixes and replayed lines
 * 3 locks held by ...
 *  #0: ...                     a trigger
 * }</pre>
 */
public final class Prefilter {

    /** The number of lines before that layers remember: 64, and 40 after an indented one. */
    private static final int CONTEXT = 100;

    /** The same if every line begins with a time, so that only the layer that removes it has a state. */
    private static final int CONTEXT_OF_CONSOLE = 48;

    /** The same before a problem, which is recognized by its text alone. */
    private static final int CONTEXT_OF_TROUBLE = 32;

    /** The number of unread bytes that are kept for going back, or up to a step more. */
    private static final int KEPT = 1 << 16;

    private static final int STEP = 1 << 15;

    /** The number of lines for which a problem without locks is remembered; slightly more than in the grammar. */
    private static final int TROUBLED = 160;

    /**
     * The same for the header of a list of held locks, and for the lines between a ruler and its headline, which that list could
     * take.
     */
    private static final int LISTED = 40;

    /** The number of lines skipped at once, so that their count fits an int. */
    private static final int MANY = 1 << 30;

    private final ReadBuffer window;
    private final Triggers triggers = new Triggers();
    private final QuietScan scan;
    private long readUntil;

    /** The number of unread bytes that were scanned, and of the lines that end in them. */
    private int scanned;

    private int lines;

    /** Whether the last call returned before it was done, to be called again for the rest. */
    private boolean isSuspended;

    /** The place of the first of the last hung tasks, counted in bytes of the input. */
    private long firstHungTask;

    public Prefilter(ReadBuffer window) {
        this.window = window;
        this.scan = new QuietScan(triggers, window.quiet);
    }

    /** Finds quiet lines for another thread, which reads ahead. */
    public static QuietRuns.Finder finder() {
        return new QuietLines();
    }

    /** Notes a line that is read, because it may begin a mail or JSON. */
    public void see(byte[] bytes, int start, int end) {
        if (start < end) {
            triggers.disablesSkipping(bytes, start, end);
        }
    }

    /**
     * Skips lines; none if the next ones matter.
     *
     * @param lockdepOff whether the log has shown so far that lockdep is off
     * @param realTime whether the kernel that booted last has PREEMPT_RT
     * @param mayWait whether it may wait for more of the input; else it {@linkplain #isSuspended suspends} itself
     * @return the number of skipped lines; a problem before them has ended before the next line
     */
    public int skip(boolean lockdepOff, boolean realTime, boolean mayWait) {
        if (triggers.isSkippingDisabled() || window.position() < readUntil) {
            return 0;
        }
        if (!isSuspended) {
            triggers.expect(lockdepOff, realTime);
            scan.restart(window.from);
            scanned = 0;
            lines = 0;
        }
        isSuspended = false;
        var passed = 0;
        for (var isAll = false; ; isAll = !window.read()) {
            var end = endOfLines(window.from + scanned);
            var isHit = scan.find(window.bytes, window.from + scanned, end, isAll ? end : undecidedFrom(end));
            lines += scan.takeLines();
            firstHungTask = scan.firstHungTaskAt() < 0 ? firstHungTask : place(scan.firstHungTaskAt());
            scanned = scan.place() - window.from;
            // The caller counts many lines and calls again
            if (isHit || passed > MANY) {
                return passed + stop();
            }
            if (isAll || window.isNearlyFull()) {
                passed += pass(farthest(scan.place()));
            }
            if (isAll) {
                // The last line may lack its line end. A long line or many hung tasks may not fit in the buffer
                return passed + (window.from + scanned == window.to && !window.isFull() ? pass(window.to) : stop());
            }
            if (!mayWait && window.mustWait()) {
                isSuspended = true;
                return passed;
            }
        }
    }

    /** Whether the last call was not done. Before the next one no line may be read. */
    public boolean isSuspended() {
        return isSuspended;
    }

    /** The beginning of the first line after which there are too few lines to decide whether it matters. */
    private int undecidedFrom(int end) {
        var start = end;
        for (var more = SurroundingLines.LOOKED_AHEAD; more > 0 && start > window.from; more--) {
            start = lineStart(start - 1);
        }
        return start;
    }

    private int endOfLines(int start) {
        var end = window.to;
        while (end > start && window.bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private long place(int index) {
        return window.position() + index - window.from;
    }

    /**
     * The beginning of the first line that may matter for what is at an index or after it. It depends only on the place in the
     * input, so that the same lines are read however the bytes arrive.
     */
    private int farthest(int index) {
        var place = scan.isAfterHungTask() ? Math.min(firstHungTask, place(index)) : place(index);
        var back = (place - KEPT) / STEP * STEP - window.position();
        return back <= 0 ? window.from : lineStart(window.from + (int) back);
    }

    private int lineStart(int at) {
        return Swar.lineStart(window.bytes, window.from, at);
    }

    /** Stops, because something that matters follows the scanned bytes. */
    private int stop() {
        var place = window.from + scanned;
        readUntil = window.position() + scanned + 1;
        return pass(context(lineStart(place)));
    }

    /** Where to resume so that everything is known that matters for the line at this index. */
    private int context(int line) {
        var start = line;
        var farthest = farthest(line);
        var wanted = CONTEXT_OF_CONSOLE;
        for (var back = 1; start > farthest && back <= wanted + TROUBLED; back++) {
            var end = start;
            start = lineStart(start - 1);
            if (back <= CONTEXT && window.bytes[start] != '[') {
                wanted = Math.max(wanted, CONTEXT);
            }
            if (back <= BodyLines.CONTEXT && BodyLines.isOne(window.bytes, start, end - 1)) {
                wanted = Math.max(wanted, back + CONTEXT_OF_TROUBLE);
            }
            if (!triggers.cannotStartReport(window.bytes, start)
                    && (back <= LISTED && Triggers.isList(window.bytes, start, end)
                            || Triggers.mayListLocks(window.bytes, start, end))) {
                wanted = Math.max(wanted, back + CONTEXT_OF_TROUBLE);
            }
        }
        for (var more = start > farthest ? TROUBLED : 0; more > 0; more--) {
            start = lineAfter(start);
        }
        return start;
    }

    private int lineAfter(int start) {
        return Swar.lineEnd(window.bytes, start) + 1;
    }

    private int pass(int place) {
        var left = Swar.countLines(window.bytes, place, window.from + scanned);
        var passed = lines - left;
        lines = left;
        scanned -= place - window.from;
        window.from = place;
        return passed;
    }
}
