package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import org.unsplat.model.StackFrame;

/**
 * The lines of a stack trace: frames, the marks of the stacks that they stand on, and register dumps in between.
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
 * Printed by {@code show_trace_log_lvl}, {@code stack_trace_print} and the other architectures' {@code show_stack}.
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

    private static final Lately<Boolean> IS_TRIMMED =
            new Lately<>(line -> FrameLine.parse(line) == null && Symbol.parseTrimmed(line) != null);

    private StackTrace() {}

    /** Whether the stripped line can stand in a stack trace of any kind. */
    public static boolean isLine(String line) {
        return mark(line) != null
                || FrameLine.matches(unglued(line))
                || RegisterLines.matches(line)
                || FrameLine.isCut(line);
    }

    /** Whether the stripped line can stand in a stored trace, which has no marks and no registers. */
    public static boolean isStoredLine(String line) {
        return FrameLine.matches(line) || line.equals("...") || FrameLine.isCut(line);
    }

    /** Whether the stripped line is a frame that somebody trimmed, after another such, or after what heads a trace. */
    public static boolean isTrimmed(String last, String line) {
        return isTrimmed(line)
                && (last.endsWith(":") || last.endsWith(" [inline]") || isTrimmed(last) || mark(last) != null);
    }

    /** Whether the stripped line looks like a trimmed frame: many words do. */
    static boolean isTrimmed(String line) {
        return IS_TRIMMED.ask(line);
    }

    /** Whether a trace may end with the stripped line, of which its report says that it is its own. */
    static boolean mayEnd(String line) {
        return isLine(line) || isTrimmed(line);
    }

    /** The frame that the line holds, trimmed ones among them or not. */
    static FrameDraft frame(String line, boolean trimmed) {
        var frame = FrameLine.parse(line);
        return frame == null && trimmed ? Symbol.parseTrimmed(line) : frame;
    }

    /**
     * {@code &lt;TASK&gt;} and the like: the name, with a slash in front for the closing ones; null for other lines.
     */
    public static String mark(String line) {
        var end = line.length() - 1;
        if (end < 4 || line.charAt(0) != '<' || line.charAt(end) != '>') {
            return null;
        }
        var name = line.substring(1, end);
        return STACKS.contains(name.startsWith("/") ? name.substring(1) : name) ? name : null;
    }

    /** Whether the frame's line begins with the head of the trace, as m68k prints it. */
    static boolean isGluedHead(String line) {
        return line.startsWith(GLUED_HEAD);
    }

    /** A frame's line without the marks that 4.4 prints in front of it, and without a head. */
    private static String unglued(String line) {
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

    /** Reads all lines of a trace; registers before the first frame go to {@code before}. */
    public static List<StackFrame> read(Cursor lines, List<String> before) {
        var frames = new ArrayList<StackFrame>();
        var after = new ArrayList<String>();
        FrameDraft frame = null;
        String context = null;
        String stack = null;
        var last = "";
        while (hasNext(lines)) {
            var line = lines.peek();
            var mark = mark(line);
            var next = mark == null ? frame(unglued(line), frame == null || frame.offset == null) : null;
            if (mark != null) {
                stack = stackOf(mark);
            } else if (next != null) {
                addTo(frames, frame, context, after);
                stack = gluedStack(line, stack);
                context = stack;
                frame = next;
            } else if (RegisterLines.matches(line) || RegisterLines.follows(last, line)) {
                (frame == null ? before : after).add(line);
            } else {
                break;
            }
            last = lines.next();
        }
        addTo(frames, frame, context, after);
        return List.copyOf(frames);
    }

    private static void addTo(List<StackFrame> frames, FrameDraft frame, String context, List<String> after) {
        if (frame != null) {
            frames.add(frame.build(context, after));
            after.clear();
        }
    }

    /** The stack that begins with a mark, null where one ends. */
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

    /** Reads the frames of a stored trace. */
    public static List<StackFrame> readStored(Cursor lines) {
        var frames = new ArrayList<StackFrame>();
        while (hasNext(lines)) {
            var frame = frame(
                    lines.peek(),
                    frames.isEmpty() || frames.get(frames.size() - 1).offset() == null);
            if (frame == null) {
                break;
            }
            frames.add(frame.build());
            lines.next();
        }
        return List.copyOf(frames);
    }

    /** Whether a line is left behind those that break off and do not go on. */
    private static boolean hasNext(Cursor lines) {
        while (!lines.atEnd() && FrameLine.isCut(lines.peek())) {
            lines.reject();
        }
        return !lines.atEnd();
    }

    /** Writes a stored trace. */
    public static void writeStored(List<StackFrame> frames, int indent, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        frames.forEach(frame -> out.line(
                frame.offset() == null && frame.file() != null && !frame.inline() ? 0 : indent,
                FrameLine.text(frame, bracketed)));
    }

    /** Writes a live trace with its marks; {@code closed} says whether the last stack's mark was closed. */
    public static void write(List<StackFrame> frames, boolean closed, Dialect dialect, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        var margin = dialect.frameMargin(bracketed, frames);
        String stack = null;
        for (var frame : frames) {
            var marks = marks(stack, frame.context(), dialect, bracketed);
            stack = frame.context();
            var text = FrameLine.text(frame, bracketed, dialect);
            if (dialect.gluesMarks(bracketed) && !marks.isEmpty()) {
                out.line(" " + String.join("  ", marks) + "  " + text);
            } else {
                marks.forEach(mark -> out.line(1, mark));
                out.line(isUnindented(frame, text) ? 0 : margin, text);
            }
            RegisterLines.write(frame.after(), out);
        }
        if (stack != null && closed) {
            out.line(1, dialect.closingMark(stack, bracketed));
        }
    }

    /** decode_stacktrace.sh loses the indentation of the lines that it decodes; s390 puts parentheses there. */
    private static boolean isUnindented(StackFrame frame, String text) {
        return frame.file() != null && frame.offset() == null && !frame.inline() || text.startsWith("([<");
    }

    private static List<String> marks(String last, String next, Dialect dialect, boolean bracketed) {
        var marks = new ArrayList<String>();
        if (!Objects.equals(last, next) && last != null) {
            marks.add(dialect.closingMark(last, bracketed));
        }
        if (!Objects.equals(last, next) && next != null) {
            marks.add("<" + next + ">");
        }
        return marks;
    }
}
