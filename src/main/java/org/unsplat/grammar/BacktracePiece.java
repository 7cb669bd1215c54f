package org.unsplat.grammar;

import org.unsplat.model.Backtrace;
import org.unsplat.model.Problem;
import org.unsplat.model.Report;

/**
 * The dump that ends most reports: who printed it, and the live stack trace ({@code dump_stack}).
 * <pre>
 * stack backtrace:
 * CPU: 1 UID: 0 PID: 44 Comm: insmod Tainted: G           O       6.12.117 #1
 * Hardware name: linux,dummy-virt (DT)
 * Call trace:
 *  dump_stack_lvl+0x88/0xc4
 *
 * dump = [ "stack backtrace:" ] { system line } [ modules ] { register line } head trace
 * head = "Call Trace:" | "Call trace:" | "Backtrace:" | "Stack Trace:"
 * </pre>
 */
public final class BacktracePiece implements Piece {

    private static final String TITLE = "stack backtrace:";
    private static final String MODULES = "Modules linked in:";
    private final boolean blankBefore;
    private final boolean titled;
    private final boolean second;

    private BacktracePiece(boolean titled, boolean blankBefore, boolean second) {
        this.titled = titled;
        this.blankBefore = blankBefore;
        this.second = second;
    }

    /** After "stack backtrace:" and the empty line that most kinds print before it. */
    public static BacktracePiece titled() {
        return new BacktracePiece(true, true, false);
    }

    /** After "stack backtrace:" without an empty line. */
    public static BacktracePiece close() {
        return new BacktracePiece(true, false, false);
    }

    /** A dump without a title. */
    public static BacktracePiece untitled() {
        return new BacktracePiece(false, false, false);
    }

    /** The same dump once more. */
    public static BacktracePiece again() {
        return new BacktracePiece(true, true, true);
    }

    @Override
    public String name() {
        return "stack backtrace";
    }

    @Override
    public boolean starts(String line) {
        return line.equals(TITLE) || SystemLines.isLine(line) || isHead(line) || line.startsWith(MODULES);
    }

    /** Whether the line heads the frames of a live trace. */
    public static boolean isHead(String line) {
        return line.equals("Call Trace:") || line.equals("Call trace:") || line.equals("Backtrace:")
                || line.equals("Stack Trace:");
    }

    @Override
    public boolean continues(String line) {
        return SystemLines.isLine(line) || line.startsWith(MODULES) || isHead(line) || StackTrace.isLine(line);
    }

    /** First who, then the head, then frames: so a dump of another cpu in between is told apart. */
    @Override
    public boolean follows(String last, String line) {
        var before = last.equals(TITLE) || SystemLines.isLine(last) || last.startsWith(MODULES)
                || RegisterLines.matches(last);
        return SystemLines.isLine(line) || isHead(line) || line.startsWith(MODULES) ? before
                : StackTrace.isLine(line) && !last.equals(TITLE);
    }

    @Override
    public boolean ends(String line) {
        return line.equals("</TASK>");
    }

    @Override
    public boolean isWhole(String line) {
        return SystemLines.isLine(line) ? SystemLines.isWhole(line) : starts(line) || continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var isTitled = lines.take(TITLE);
        while (!lines.atEnd() && !isHead(lines.peek())) {
            if (lines.peek().startsWith(MODULES)) {
                draft.modules = lines.next().substring(MODULES.length()).strip();
            } else if (RegisterLines.matches(lines.peek())) {
                draft.registers.add(lines.next());
            } else if (!SystemLines.read(lines, draft.system)) {
                break;
            }
        }
        readTrace(lines, draft, isTitled);
    }

    private void readTrace(Cursor lines, Draft draft, boolean isTitled) {
        var headed = isHead(lines.peek());
        draft.heading = headed ? lines.next() : draft.heading;
        var frames = StackTrace.read(lines, draft.registers);
        if (!headed && !isTitled && frames.isEmpty()) {
            return;
        }
        if (frames.isEmpty()) {
            draft.problem(Problem.Code.MISSING_PART, lines.number(), "expected the frames of the stack backtrace, found none");
        }
        if (second) {
            draft.secondBacktrace = new Backtrace(frames);
        } else {
            draft.backtrace = new Backtrace(frames);
        }
    }

    /** Who printed the dump is not the trace yet. */
    @Override
    public boolean isIn(Draft draft) {
        return (second ? draft.secondBacktrace : draft.backtrace) != null;
    }

    @Override
    public void write(Report report, KernelText out) {
        var trace = second ? report.lockdep().secondBacktrace() : report.backtrace();
        if (trace == null && (second || report.system() == null || report.system().comm() == null)) {
            return;
        }
        if (titled && blankBefore) {
            out.blank();
        }
        if (titled && trace != null) {
            out.line(TITLE);
        }
        writeDump(report, trace, out);
    }

    private static void writeDump(Report report, Backtrace trace, KernelText out) {
        var dialect = Dialect.of(report);
        if (report.lockdep().modules() != null) {
            out.line(MODULES + " " + report.lockdep().modules());
        }
        SystemLines.write(report.system(), dialect, out);
        report.lockdep().registers().forEach(line -> RegisterLines.write(line, out));
        if (report.lockdep().heading() != null) {
            out.line(report.lockdep().heading());
        }
        if (trace != null) {
            StackTrace.write(trace.frames(), report.complete(), dialect, out);
        }
    }
}
