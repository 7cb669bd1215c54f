package org.unsplat.grammar.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.input.bytes.Regex;
import org.unsplat.model.StackFrame;

/**
 * The lines of a stack trace: frames, marks of the stacks they are on, and register dumps in between.
 * <pre>
 *  &lt;IRQ&gt;
 *  dump_stack_lvl+0x62/0x90
 *  &lt;/IRQ&gt;
 *  &lt;TASK&gt;
 *  ? kthread_park+0x80/0x80
 * RIP: 0033:0x47fbe9
 *  &lt;/TASK&gt;
 *
 * trace = { frame | "&lt;" stack "&gt;" | "&lt;/" stack "&gt;" | register line }
 * </pre>
 * Printed by {@code show_trace_log_lvl}, {@code stack_trace_print}, and {@code show_stack} of other architectures.
 */
public final class StackTrace {

    private static final Set<String> STACKS = Set.of(
            "TASK",
            "IRQ",
            "SOFTIRQ",
            "NMI",
            "EOI",
            "EOE",
            "EOE>",
            "<EOE",
            "<EOE>",
            "ENTRY_TRAMPOLINE",
            "#DF",
            "#DB",
            "#DB1",
            "#DB2",
            "#MC",
            "#VC",
            "#VC2");
    private static final Regex GLUED_MARK = new Regex("(?d)<{1,2}([#A-Z0-9_]{2,16})>{1,2}\\s+([\\[<].*)");
    private static final String GLUED_HEAD = "Call Trace: [<";

    /** The mark where a stack begins or ends. */
    public static final LineType<String> MARK = new LineType<>("stack mark", List.of("<")) {
        @Override
        public String read(String text) {
            return mark(text);
        }

        @Override
        public boolean isClosed(String text) {
            return text.startsWith("</");
        }

        @Override
        public boolean isCut(String text) {
            return text.length() > 1 && mark(text) == null && STACKS.stream().anyMatch(name -> isBeginning(text, name));
        }
    };

    /** A frame whose offset was cut away by a person. */
    public static final LineType<StackFrame> OFFSETLESS = new OffsetlessFrameType();

    /** The lines of a stored trace, which has neither marks nor registers. */
    public static final List<LineType<?>> STORED =
            List.of(FrameLine.TYPE, SourcePlace.TYPE, SourcePlace.HEADER, OFFSETLESS);

    public static final List<LineType<?>> LIVE = List.of(
            FrameLine.TYPE,
            MARK,
            RegisterLines.TYPE,
            RegisterLines.WORDS_END,
            SourcePlace.TYPE,
            SourcePlace.HEADER,
            OFFSETLESS);

    private StackTrace() {}

    /**
     * The name in a mark such as {@code <TASK>}, with a slash in front in closing marks; null for other lines.
     */
    public static String mark(String line) {
        var end = line.length() - 1;
        if (end < 4 || line.charAt(0) != '<' || line.charAt(end) != '>') {
            return null;
        }
        var name = line.substring(1, end);
        return STACKS.contains(name.startsWith("/") ? name.substring(1) : name) ? name : null;
    }

    /** Whether the line closes the stack of the task, which ends the trace. */
    public static boolean isTaskEnd(TypedLine line) {
        return "/TASK".equals(line.read(MARK));
    }

    private static boolean isBeginning(String text, String name) {
        return ("<" + name + ">").startsWith(text) || ("</" + name + ">").startsWith(text);
    }

    /** Whether the head of the trace is on the line of its first frame, as on m68k. */
    public static boolean isGluedHead(String line) {
        return line.startsWith(GLUED_HEAD);
    }

    /** The line of a frame without the head, and without the marks that 4.4 prints before it. */
    static String unglued(String line) {
        var rest = isGluedHead(line) ? line.substring(GLUED_HEAD.length() - 2) : line;
        for (var match = gluedMark(rest); match != null; match = gluedMark(rest)) {
            rest = match.group(2);
        }
        return rest;
    }

    private static Matcher gluedMark(String line) {
        var match = line.startsWith("<") ? GLUED_MARK.matcher(line) : null;
        return match != null && match.matches() ? match : null;
    }

    /** Reads all lines of a live trace; register lines before the first frame go to {@code before}. */
    public static List<StackFrame> read(Cursor lines, List<String> before) {
        var trace = new TraceBuilder();
        while (!lines.atEnd()) {
            var mark = lines.peek(MARK);
            var glued = lines.text();
            var frame = frame(lines);
            if (mark != null) {
                trace.stack = stackOf(mark);
                lines.next();
            } else if (frame != null) {
                trace.stack = gluedStack(glued, trace.stack);
                trace.add(frame);
            } else if (lines.isAt(RegisterLines.TYPE) || lines.isAt(RegisterLines.WORDS_END)) {
                trace.between(lines.next(), before);
            } else if (!readPlace(lines, trace)) {
                break;
            }
        }
        return trace.build();
    }

    /** Reads the frames of a stored trace; cut lines are skipped. */
    public static List<StackFrame> readStored(Cursor lines) {
        var trace = new TraceBuilder();
        while (!lines.atEnd()) {
            var frame = frame(lines);
            if (frame != null) {
                trace.add(frame);
            } else if (!readPlace(lines, trace)) {
                break;
            }
        }
        return trace.build();
    }

    /** Reads the frame at the cursor; null if there is none. */
    static StackFrame frame(Cursor lines) {
        var frame = lines.accept(FrameLine.TYPE);
        return frame == null ? lines.accept(OFFSETLESS) : frame;
    }

    /** Reads other lines of a trace: a place in the source, or a cut frame. Returns false at any other line. */
    private static boolean readPlace(Cursor lines, TraceBuilder trace) {
        var place = lines.accept(SourcePlace.TYPE);
        if (place != null) {
            trace.place(place);
            return true;
        }
        if (lines.line().isCut() && lines.line().type() == FrameLine.TYPE) {
            lines.skip();
            return true;
        }
        return lines.accept(SourcePlace.HEADER) != null;
    }

    /** The stack that a mark opens; null if it closes one. */
    private static String stackOf(String mark) {
        return mark.startsWith("/") || mark.contains("EO") ? null : mark;
    }

    private static String gluedStack(String line, String stack) {
        var current = stack;
        var rest = line;
        for (var match = gluedMark(rest); match != null; match = gluedMark(rest)) {
            current = stackOf(match.group(1));
            rest = match.group(2);
        }
        return current;
    }

    public static void writeStored(List<StackFrame> frames, int indent, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        frames.forEach(frame -> out.line(
                frame.offset() == null && frame.file() != null && !frame.inline() ? 0 : indent,
                FrameLine.text(frame, bracketed)));
    }

    /** Writes a live trace with its marks; {@code closed} is whether the last stack has its closing mark. */
    public static void write(List<StackFrame> frames, boolean closed, KernelFormat format, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        var margin = format.frameMargin(bracketed, frames);
        String stack = null;
        for (var frame : frames) {
            var marks = marks(stack, frame.context(), format, bracketed);
            stack = frame.context();
            var text = FrameLine.text(frame, bracketed, format);
            if (format.gluesMarks(bracketed) && !marks.isEmpty()) {
                out.line(" " + String.join("  ", marks) + "  " + text);
            } else {
                marks.forEach(mark -> out.line(1, mark));
                out.line(isUnindented(frame, text) ? 0 : margin, text);
            }
            RegisterLines.write(frame.after(), out);
        }
        if (stack != null && closed) {
            out.line(1, format.closingMark(stack, bracketed));
        }
    }

    /** decode_stacktrace.sh removes the indentation of the lines it decodes; s390 prints a parenthesis instead of it. */
    private static boolean isUnindented(StackFrame frame, String text) {
        return frame.file() != null && frame.offset() == null && !frame.inline() || text.startsWith("([<");
    }

    private static List<String> marks(String last, String next, KernelFormat format, boolean bracketed) {
        var marks = new ArrayList<String>();
        if (!Objects.equals(last, next) && last != null) {
            marks.add(format.closingMark(last, bracketed));
        }
        if (!Objects.equals(last, next) && next != null) {
            marks.add("<" + next + ">");
        }
        return marks;
    }
}
