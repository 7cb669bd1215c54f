package org.unsplat.grammar.oops;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.classify.LineType;
import org.unsplat.classify.TypedLine;
import org.unsplat.grammar.Piece;
import org.unsplat.grammar.ReportBuilder;
import org.unsplat.grammar.stack.FrameEndType;
import org.unsplat.grammar.stack.FrameLine;
import org.unsplat.grammar.text.Cursor;
import org.unsplat.grammar.text.CutLines;
import org.unsplat.grammar.text.KernelFormat;
import org.unsplat.grammar.text.KernelText;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * Where a task disabled preemption before it slept or scheduled nevertheless ({@code print_preempt_disable_ip}).
 * <pre>
 * Preemption disabled at:
 * [&lt;ffffffff81234567&gt;] lkt_sleep_preempt+0x12/0x20
 * </pre>
 * A symbolizer repeats the line for every function inlined there.
 */
public final class PreemptionPiece extends Piece {

    private static final String AT = "Preemption disabled at:";
    static final LineType<String> TITLE = LineType.words("title of the place that disabled preemption", AT);
    /** Title and place on one line, as old kernels print them. */
    static final LineType<StackFrame> PLACED = new FrameEndType<>("place that disabled preemption", List.of(AT)) {
        @Override
        public StackFrame read(String text) {
            return text.startsWith(AT) && text.length() > AT.length() ? FrameLine.TYPE.read(place(text)) : null;
        }

        @Override
        public boolean isCut(String text) {
            return text.startsWith(AT) && text.length() > AT.length();
        }

        @Override
        public boolean goesOn(String text, String tail) {
            return FrameLine.TYPE.goesOn(place(text), tail);
        }

        @Override
        public boolean isDoubtful(String text, StackFrame frame) {
            return FrameLine.TYPE.isDoubtful(place(text), frame);
        }
    };

    public PreemptionPiece() {
        super("place where preemption was disabled", List.of(TITLE, PLACED), List.of(FrameLine.TYPE));
    }

    /** The title is followed by one frame, and before it by the functions inlined there. */
    @Override
    public boolean mayFollow(TypedLine last, TypedLine next) {
        var placed = last.read(PLACED);
        return next.type() != FrameLine.TYPE
                || last.type() == TITLE
                || isInlined(placed == null ? last.read(FrameLine.TYPE) : placed);
    }

    private static String place(String text) {
        return text.startsWith(AT) ? text.substring(AT.length()).strip() : text;
    }

    private static boolean isInlined(StackFrame frame) {
        return frame != null && frame.inline();
    }

    @Override
    public void read(Cursor lines, ReportBuilder builder) {
        CutLines.skip(lines);
        var inlined = new ArrayList<StackFrame>();
        var frame = lines.accept(TITLE) == null ? lines.accept(PLACED) : lines.accept(FrameLine.TYPE);
        while (isInlined(frame)) {
            inlined.add(frame);
            frame = lines.accept(FrameLine.TYPE);
        }
        if (frame != null) {
            builder.preemptionDisabledAt = frame;
        } else if (!inlined.isEmpty()) {
            builder.preemptionDisabledAt = inlined.remove(inlined.size() - 1);
        }
        builder.preemptionInlinedInto = List.copyOf(inlined);
    }

    @Override
    public void write(Report report, KernelText out) {
        var at = report.lockdep().preemptionDisabledAt();
        if (at == null) {
            return;
        }
        var glued = KernelFormat.of(report).gluesLines();
        var title = glued ? AT : "";
        if (!glued) {
            out.line(AT);
        }
        for (var frame : report.lockdep().preemptionInlinedInto()) {
            out.line(title + FrameLine.text(frame, true));
            title = "";
        }
        out.line(title + FrameLine.text(at, true));
        if (glued) {
            out.blank();
        }
    }
}
