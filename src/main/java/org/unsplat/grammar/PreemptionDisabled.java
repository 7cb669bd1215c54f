package org.unsplat.grammar;

import org.unsplat.model.Report;

/**
 * Where preemption was disabled, of a task that slept or scheduled nonetheless ({@code print_preempt_disable_ip}).
 * <pre>
 * Preemption disabled at:
 * [&lt;ffffffff81234567&gt;] lkt_sleep_preempt+0x12/0x20
 * </pre>
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
        return last.equals(TITLE) && continues(line);
    }

    @Override
    public void read(Cursor lines, Draft draft) {
        var line = lines.next();
        var place = line.length() > TITLE.length() ? line.substring(TITLE.length()).strip() : lines.peek();
        var frame = FrameLine.parse(place);
        if (frame != null) {
            draft.preemptionDisabledAt = frame.build();
            if (line.equals(TITLE)) {
                lines.next();
            }
        }
    }

    @Override
    public void write(Report report, KernelText out) {
        var at = report.lockdep().preemptionDisabledAt();
        if (at != null) {
            var text = FrameLine.text(at, true);
            if (Dialect.of(report).gluesLines()) {
                out.line(TITLE + text).blank();
            } else {
                out.line(TITLE).line(text);
            }
        }
    }
}
