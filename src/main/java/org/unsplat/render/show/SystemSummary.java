package org.unsplat.render.show;

import java.util.ArrayList;
import org.unsplat.model.SystemInfo;
import org.unsplat.render.StyledText;

/** The kernel and the task that printed a report, on one line. */
public final class SystemSummary {

    private SystemSummary() {}

    /** {@code kernel 6.12.0 #1; not tainted; insmod/45 on cpu 0}. */
    public static String of(SystemInfo system) {
        var parts = new ArrayList<String>();
        if (system.kernel() != null) {
            parts.add("kernel " + system.kernel() + (system.build() == null ? "" : " " + system.build())
                    + (system.preemptRt() ? " PREEMPT_RT" : ""));
        }
        if (system.taint() != null) {
            var taint = system.taint();
            parts.add(
                    taint.flags().isEmpty()
                            ? "not tainted"
                            : "tainted " + String.join(" ", taint.names().isEmpty() ? taint.flags() : taint.names()));
        }
        if (system.comm() != null) {
            parts.add(system.comm() + "/" + system.pid()
                    + (system.cpu() == null ? "" : " on cpu" + StyledText.NBSP + system.cpu()));
        }
        if (system.workqueue() != null) {
            parts.add("workqueue " + system.workqueue());
        }
        if (system.hardware() != null) {
            parts.add(system.hardware());
        }
        return String.join("; ", parts);
    }
}
