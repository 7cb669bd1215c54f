package org.unsplat.grammar.oops;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.SystemBuilder;
import org.unsplat.grammar.SystemLines;
import org.unsplat.grammar.lock.HeldLocksPiece;
import org.unsplat.grammar.stack.RegisterLines;
import org.unsplat.grammar.stack.SourcePlace;
import org.unsplat.grammar.stack.StackTrace;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.grammar.text.TypeLists;
import org.unsplat.input.bytes.Regex;
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
 * On s390, sh and microblaze {@code show_stack} lists the held locks again after the frames. {@code __warn} of 5.9 prints
 * its dump twice, with the registers between the two and frames of its own in the second.
 */
public class BacktracePiece extends Piece {

    /** The line above the dump of a lockdep report. */
    public static final LineType<String> TITLE = LineType.words("title of a stack backtrace", "stack backtrace:");

    /** The line above the frames of a live trace. */
    public static final LineType<String> HEAD =
            new LineType<>("head of a call trace", List.of("Call ", "Backtrace:", "Stack ", "Trace:", "CPU#")) {
                @Override
                public String read(String text) {
                    return isHead(text) ? text : null;
                }

                @Override
                public boolean endsWith(LineType<?> other) {
                    return other == this;
                }

                @Override
                public boolean isCut(String text) {
                    return text.equals("Call") || text.equals("Stack");
                }
            };

    private static final String TITLE_TEXT = "stack backtrace:";
    private static final Set<String> HEADS =
            Set.of("Call Trace:", "Call trace:", "Backtrace:", "Stack Trace:", "Trace:");
    private static final Regex TRAILED = new Regex("\\(?\\[<(?:0[0-9a-f]{15}|[89c][0-9a-f]{7})>");
    private static final HeldLocksPiece TRAILING = new HeldLocksPiece();
    private static final List<LineType<?>> DUMP =
            TypeLists.joined(SystemLines.DUMP_HEAD, List.of(HEAD), StackTrace.LIVE);
    private static final List<LineType<?>> TRAILED_DUMP = TypeLists.joined(DUMP, HeldLocksPiece.TYPES);
    private static final List<LineType<?>> TITLED =
            TypeLists.joined(List.of(TITLE), SystemLines.DUMP_HEAD, List.of(HEAD));
    private static final List<LineType<?>> UNTITLED =
            TypeLists.joined(SystemLines.DUMP_HEAD, List.of(HEAD, RegisterLines.TYPE));
    private final boolean blankBefore;
    private final boolean titled;
    private final boolean second;
    private final boolean trailing;

    private BacktracePiece(boolean titled, boolean blankBefore, boolean second, boolean trailing) {
        this(titled ? TITLED : UNTITLED, titled, blankBefore, second, trailing);
    }

    private BacktracePiece(
            List<LineType<?>> opening, boolean titled, boolean blankBefore, boolean second, boolean trailing) {
        super("stack backtrace", opening, trailing ? TRAILED_DUMP : DUMP);
        this.titled = titled;
        this.blankBefore = blankBefore;
        this.second = second;
        this.trailing = trailing;
    }

    /** With "stack backtrace:" and the empty line that most kinds print before it. */
    public static BacktracePiece titled() {
        return new BacktracePiece(true, true, false, true);
    }

    /** With "stack backtrace:", but without the empty line. */
    public static BacktracePiece close() {
        return new BacktracePiece(true, false, false, true);
    }

    /** With "stack backtrace:", for kinds whose lists of held locks are pieces of their own at any place. */
    public static BacktracePiece amongLists() {
        return new BacktracePiece(true, true, false, false);
    }

    /** A dump without title. */
    public static BacktracePiece untitled() {
        return new BacktracePiece(false, false, false, false);
    }

    /** A dump whose title is accepted only in a report without a headline. */
    public static BacktracePiece perhapsTitled() {
        return new BacktracePiece(TypeLists.joined(TITLED, List.of(RegisterLines.TYPE)), false, false, false, false);
    }

    /** The second copy of the same dump; its raw stack words are those of the first. */
    public static BacktracePiece again() {
        return new BacktracePiece(true, true, true, true);
    }

    private static boolean isHead(String line) {
        return HEADS.contains(line) || line.startsWith("CPU#") && line.endsWith(", Call Trace:");
    }

    /** Only some architectures print a list of locks after the trace; their frames have kernel addresses in brackets. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        if (next.type() == HeldLocksPiece.ENTRY) {
            return last.type() == HeldLocksPiece.HEADER || last.type() == HeldLocksPiece.ENTRY;
        }
        return !TypeLists.has(HeldLocksPiece.TYPES, next.type())
                || TRAILED.matcher(last.text()).lookingAt()
                || last.is(SourcePlace.TYPE);
    }

    /** The order is system lines, head, frames. This tells apart the dump of another CPU in between. */
    @Override
    public boolean isNext(TypedLine last, TypedLine next) {
        return TypeLists.has(SystemLines.DUMP_HEAD, next.type()) || next.type() == HEAD
                ? last.is(TITLE) || TypeLists.has(SystemLines.DUMP_HEAD, last.type()) || last.is(RegisterLines.TYPE)
                : !last.is(TITLE);
    }

    @Override
    public boolean isTrace() {
        return true;
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        var isTitled = lines.accept(TITLE) != null;
        builder.hasTitle |= isTitled;
        var who = lines.isAt(SystemLines.CPU_LINE) ? lines.text() : null;
        var registers = second ? new ArrayList<String>() : builder.registers;
        readHead(lines, builder.system, registers);
        readTrace(lines, builder, registers, isTitled, second);
        if (!titled && builder.backtrace != null && who != null && lines.text().equals(who)) {
            // Both dumps were printed by the same task
            readHead(lines, builder.system, new ArrayList<>());
            readTrace(lines, builder, new ArrayList<>(), false, true);
        }
        if (trailing) {
            TRAILING.read(lines, builder);
        }
    }

    private static void readHead(Cursor lines, SystemBuilder system, List<String> registers) {
        while (!lines.atEnd() && !lines.isAt(HEAD)) {
            if (lines.isAt(RegisterLines.TYPE) || lines.isAt(RegisterLines.WORDS_END)) {
                registers.add(lines.next());
            } else if (TypeLists.has(SystemLines.DUMP_HEAD, lines.line().type())
                    && lines.line().isCut()) {
                lines.skip();
            } else if (!SystemLines.read(lines, system)) {
                break;
            }
        }
    }

    private static void readTrace(
            Cursor lines, ReportBuilder builder, List<String> registers, boolean isTitled, boolean second) {
        var glued = StackTrace.isGluedHead(lines.text());
        var head = lines.accept(HEAD);
        builder.heading = head != null ? head : glued ? "Call Trace:" : builder.heading;
        var line = lines.number();
        var frames = StackTrace.read(lines, registers);
        if (head == null && !isTitled && frames.isEmpty()) {
            return;
        }
        if (frames.isEmpty()) {
            builder.problem(Problem.Code.MISSING_PART, line, "expected the frames of the stack backtrace, found none");
        }
        if (second) {
            builder.secondBacktrace = new Backtrace(frames);
        } else {
            builder.backtrace = new Backtrace(frames);
        }
    }

    /** The system lines alone do not make a trace. */
    @Override
    public boolean isIn(ReportBuilder builder) {
        return (second ? builder.secondBacktrace : builder.backtrace) != null;
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
            out.line(TITLE_TEXT);
        }
        writeDump(report, trace, report.lockdep().registers(), out);
        if (!titled && report.lockdep().secondBacktrace() != null) {
            writeDump(report, report.lockdep().secondBacktrace(), List.of(), out);
        }
    }

    private void writeDump(Report report, Backtrace trace, List<String> registers, KernelText out) {
        var format = KernelFormat.of(report);
        SystemLines.write(report.system(), format, out);
        RegisterLines.write(registers, out);
        if (report.lockdep().heading() != null) {
            out.line(report.lockdep().heading());
        }
        if (trace != null) {
            StackTrace.write(trace.frames(), report.complete(), format, out);
        }
        if (trailing) {
            HeldLocksPiece.writeTrailing(report, out);
        }
    }
}
