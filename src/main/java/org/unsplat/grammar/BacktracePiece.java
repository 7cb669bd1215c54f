package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * dump = [ "stack backtrace:" ] { system line } { register line } head trace
 * head = "Call Trace:" | "Call trace:" | "Backtrace:" | "Stack Trace:" | "Trace:" | "CPU#" n ", " task ", Call Trace:"
 * </pre>
 * On s390, sh and microblaze {@code show_stack} lists the held locks once more after the frames. {@code __warn} of 5.9
 * prints its dump twice, the registers between them and frames of its own in the second.
 */
public final class BacktracePiece implements Piece {

    private static final String TITLE = "stack backtrace:";
    private static final Set<String> HEADS =
            Set.of("Call Trace:", "Call trace:", "Backtrace:", "Stack Trace:", "Trace:");
    private static final Regex TRAILED = new Regex("\\(?\\[<(?:0[0-9a-f]{15}|[89c][0-9a-f]{7})>");
    private static final HeldLockList TRAILING = new HeldLockList();
    private final boolean blankBefore;
    private final boolean titled;
    private final boolean second;
    private final boolean trailing;

    private BacktracePiece(boolean titled, boolean blankBefore, boolean second, boolean trailing) {
        this.titled = titled;
        this.blankBefore = blankBefore;
        this.second = second;
        this.trailing = trailing;
    }

    /** After "stack backtrace:" and the empty line that most kinds print before it. */
    public static BacktracePiece titled() {
        return new BacktracePiece(true, true, false, true);
    }

    /** After "stack backtrace:" without an empty line. */
    public static BacktracePiece close() {
        return new BacktracePiece(true, false, false, true);
    }

    /** The same, where lists of held locks are a piece of their own wherever they stand. */
    public static BacktracePiece amongLists() {
        return new BacktracePiece(true, true, false, false);
    }

    /** A dump without a title. */
    public static BacktracePiece untitled() {
        return new BacktracePiece(false, false, false, false);
    }

    /** The same dump once more; its raw stack words are those of the first one. */
    public static BacktracePiece again() {
        return new BacktracePiece(true, true, true, true);
    }

    @Override
    public String name() {
        return "stack backtrace";
    }

    @Override
    public boolean starts(String line) {
        return line.equals(TITLE) || SystemLines.isLine(line) || isHead(line) || !titled && RegisterLines.isWords(line);
    }

    /** Whether the line heads the frames of a live trace. */
    public static boolean isHead(String line) {
        return HEADS.contains(line) || line.startsWith("CPU#") && line.endsWith(", Call Trace:");
    }

    @Override
    public boolean continues(String line) {
        return SystemLines.isLine(line) || isHead(line) || StackTrace.isLine(line);
    }

    /** First who, then the head, then frames: so a dump of another cpu in between is told apart. */
    @Override
    public boolean follows(String last, String line) {
        return SystemLines.isLine(line) || isHead(line)
                ? last.equals(TITLE) || SystemLines.isLine(last) || RegisterLines.matches(last)
                : StackTrace.isLine(line) && !last.equals(TITLE)
                        || RegisterLines.follows(last, line)
                        || trailing && isTrailingLocks(last, line);
    }

    @Override
    public boolean holdsStacks() {
        return true;
    }

    /** Those architectures print addresses in brackets, and have the kernel elsewhere than at the top of memory. */
    private static boolean isTrailingLocks(String last, String line) {
        return HeldLockList.isHeader(line) || line.equals(HeldLockList.TURNED_OFF)
                ? TRAILED.matcher(last).lookingAt()
                : TRAILING.continues(line) && (HeldLockList.isHeader(last) || TRAILING.continues(last));
    }

    @Override
    public boolean ends(String line) {
        return line.equals("</TASK>");
    }

    @Override
    public boolean isWhole(String line) {
        return SystemLines.isLine(line)
                ? SystemLines.isWhole(line)
                : starts(line) || continues(line) || !trailing || TRAILING.isWhole(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var isTitled = lines.take(TITLE);
        var who = lines.peek();
        var registers = second ? new ArrayList<String>() : draft.registers;
        while (!lines.atEnd() && !isHead(lines.peek())) {
            if (RegisterLines.matches(lines.peek()) || RegisterLines.follows(lastOf(registers), lines.peek())) {
                registers.add(lines.next());
            } else if (!SystemLines.read(lines, draft.system)) {
                if (!SystemLines.isLine(lines.peek())) {
                    break;
                }
                lines.reject();
            }
        }
        readTrace(lines, draft, registers, isTitled, second);
        if (!titled
                && draft.backtrace != null
                && SystemLines.isLine(who)
                && lines.peek().equals(who)) {
            while (SystemLines.read(lines, draft.system)) {
                // Who printed the second dump printed the first one
            }
            readTrace(lines, draft, new ArrayList<>(), false, true);
        }
        if (trailing) {
            TRAILING.read(lines, draft);
        }
    }

    private static String lastOf(List<String> lines) {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static void readTrace(Cursor lines, Draft draft, List<String> registers, boolean isTitled, boolean second) {
        var headed = isHead(lines.peek());
        draft.heading = headed ? lines.next() : StackTrace.isGluedHead(lines.peek()) ? "Call Trace:" : draft.heading;
        var frames = StackTrace.read(lines, registers);
        if (!headed && !isTitled && frames.isEmpty()) {
            return;
        }
        if (frames.isEmpty()) {
            draft.problem(
                    Problem.Code.MISSING_PART,
                    lines.number(),
                    "expected the frames of the stack backtrace, found none");
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
        if (trace == null
                && (second || report.system() == null || report.system().comm() == null)) {
            return;
        }
        if (titled && blankBefore) {
            out.blank();
        }
        if (titled && trace != null) {
            out.line(TITLE);
        }
        writeDump(report, trace, report.lockdep().registers(), out);
        if (!titled && report.lockdep().secondBacktrace() != null) {
            writeDump(report, report.lockdep().secondBacktrace(), List.of(), out);
        }
    }

    private void writeDump(Report report, Backtrace trace, List<String> registers, KernelText out) {
        var dialect = Dialect.of(report);
        SystemLines.write(report.system(), dialect, out);
        RegisterLines.write(registers, out);
        if (report.lockdep().heading() != null) {
            out.line(report.lockdep().heading());
        }
        if (trace != null) {
            StackTrace.write(trace.frames(), report.complete(), dialect, out);
        }
        if (trailing) {
            HeldLockList.writeTrailing(report, out);
        }
    }
}
