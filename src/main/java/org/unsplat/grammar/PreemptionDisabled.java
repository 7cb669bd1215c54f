package org.unsplat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/**
 * Where preemption was disabled, of a task that slept or scheduled nonetheless ({@code print_preempt_disable_ip}).
 * <pre>
 * Preemption disabled at:
 * [&lt;ffffffff81234567&gt;] lkt_sleep_preempt+0x12/0x20
 * </pre>
 * A symboliser repeats the line for every function inlined there.
 */
public final class PreemptionDisabled implements Piece {

    private static final String TITLE = "Preemption disabled at:";

    @Override
    public String name() {
        return "place where preemption was disabled";
    }

    @Override
    public boolean starts(String line) {
        return line.startsWith(TITLE);
    }

    @Override
    public boolean continues(String line) {
        return FrameLine.matches(line);
    }

    @Override
    public boolean follows(String last, String line) {
        return (last.equals(TITLE) || isInlined(FrameLine.parse(placeOf(last)))) && continues(line);
    }

    private static String placeOf(String line) {
        return line.startsWith(TITLE) ? line.substring(TITLE.length()).strip() : line;
    }

    private static boolean isInlined(FrameDraft frame) {
        return frame != null && frame.inline;
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        if (lines.peek().equals(TITLE)) {
            lines.next();
        }
        var inlined = new ArrayList<StackFrame>();
        var frame = FrameLine.parse(placeOf(lines.peek()));
        while (isInlined(frame)) {
            inlined.add(frame.build());
            lines.next();
            frame = FrameLine.parse(lines.peek());
        }
        if (frame != null) {
            draft.preemptionDisabledAt = frame.build();
            lines.next();
        } else if (!inlined.isEmpty()) {
            draft.preemptionDisabledAt = inlined.remove(inlined.size() - 1);
        }
        draft.preemptionInlinedInto = List.copyOf(inlined);
    }

    @Override
    public void write(Report report, KernelText out) {
        var at = report.lockdep().preemptionDisabledAt();
        if (at == null) {
            return;
        }
        var glued = Dialect.of(report).gluesLines();
        var title = glued ? TITLE : "";
        if (!glued) {
            out.line(TITLE);
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
