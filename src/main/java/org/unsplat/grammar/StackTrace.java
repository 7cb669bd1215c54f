package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Set<String> STACKS = Set.of("TASK", "IRQ", "SOFTIRQ", "NMI", "EOI", "EOE", "EOE>", "<EOE",
            "ENTRY_TRAMPOLINE", "#DF", "#DB", "#DB1", "#DB2", "#MC", "#VC", "#VC2");
    private static final Pattern GLUED_MARK = Pattern.compile("<<?([A-Z]{3})>>?\\s+(\\[<.*)");

    private StackTrace() {
    }

    /** Whether the stripped line can stand in a stack trace of any kind. */
    public static boolean isLine(String line) {
        return mark(line) != null || FrameLine.parse(unglued(line)) != null || RegisterLines.matches(line);
    }

    /** Whether the stripped line can stand in a stored trace, which has no marks and no registers. */
    public static boolean isStoredLine(String line) {
        return FrameLine.parse(line) != null || line.equals("...");
    }

    /** {@code &lt;TASK&gt;} and the like: the name, with a slash in front for the closing ones; null for other lines. */
    public static String mark(String line) {
        var end = line.length() - 1;
        if (end < 4 || line.charAt(0) != '<' || line.charAt(end) != '>') {
            return null;
        }
        var name = line.substring(1, end);
        return STACKS.contains(name.startsWith("/") ? name.substring(1) : name) ? name : null;
    }

    /** A frame's line without the mark that 4.4 prints in front of it. */
    private static String unglued(String line) {
        var match = line.startsWith("<") ? GLUED_MARK.matcher(line) : null;
        return match != null && match.matches() ? match.group(2) : line;
    }

    /** Reads all lines of a trace; registers before the first frame go to {@code before}. */
    public static List<StackFrame> read(Cursor lines, List<String> before) {
        var drafts = new ArrayList<FrameDraft>();
        String stack = null;
        while (!lines.atEnd()) {
            var line = lines.peek();
            var mark = mark(line);
            var frame = mark == null ? FrameLine.parse(unglued(line)) : null;
            if (mark != null) {
                stack = mark.startsWith("/") || mark.startsWith("EO") ? null : mark;
            } else if (frame != null) {
                stack = gluedStack(line, stack);
                frame.context = stack;
                drafts.add(frame);
            } else if (RegisterLines.matches(line)) {
                (drafts.isEmpty() ? before : drafts.get(drafts.size() - 1).after).add(line);
            } else {
                break;
            }
            lines.next();
        }
        return drafts.stream().map(FrameDraft::build).toList();
    }

    private static String gluedStack(String line, String stack) {
        var match = line.startsWith("<") ? GLUED_MARK.matcher(line) : null;
        return match == null || !match.matches() ? stack : match.group(1).startsWith("EO") ? null : match.group(1);
    }

    /** Reads the frames of a stored trace. */
    public static List<StackFrame> readStored(Cursor lines) {
        var frames = new ArrayList<StackFrame>();
        while (!lines.atEnd()) {
            var frame = FrameLine.parse(lines.peek());
            if (frame == null) {
                break;
            }
            frames.add(frame.build());
            lines.next();
        }
        return List.copyOf(frames);
    }

    /** Writes a stored trace. */
    public static void writeStored(List<StackFrame> frames, int indent, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        frames.forEach(frame -> out.line(frame.offset() == null && frame.file() != null && !frame.inline() ? 0 : indent,
                FrameLine.text(frame, bracketed)));
    }

    /** Writes a live trace with its marks; {@code closed} says whether the last stack's mark was closed. */
    public static void write(List<StackFrame> frames, boolean closed, Dialect dialect, KernelText out) {
        var bracketed = FrameLine.isBracketed(frames);
        var margin = dialect.frameMargin(bracketed, frames);
        String stack = null;
        for (var frame : frames) {
            var changed = !Objects.equals(stack, frame.context());
            if (changed && stack != null) {
                out.line(" " + dialect.closingMark(stack, bracketed));
            }
            if (changed && frame.context() != null) {
                out.line(" <" + frame.context() + ">");
            }
            stack = frame.context();
            out.line(frame.file() != null && frame.offset() == null && !frame.inline() ? 0 : margin,
                    FrameLine.text(frame, bracketed));
            frame.after().forEach(line -> RegisterLines.write(line, out));
        }
        if (stack != null && closed) {
            out.line(" " + dialect.closingMark(stack, bracketed));
        }
    }
}
