package org.unsplat.symbols;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/**
 * The builds that a report names. Only the frames of its backtrace have the build ids of modules ({@code %pBb}); they are used
 * for its other frames too.
 *
 * @param release of the kernel, null if not printed
 */
record PrintedIds(String kernel, String release, Map<String, String> modules) {

    static PrintedIds of(Report report) {
        var modules = new HashMap<String, String>();
        new ReportFrames((frame, kind) -> {
                    if (frame.module() != null && frame.buildId() != null) {
                        modules.putIfAbsent(frame.module(), frame.buildId());
                    }
                    return List.of(frame);
                })
                .map(report);
        var system = report.system();
        return new PrintedIds(
                system == null ? null : system.buildId(), system == null ? null : system.kernel(), modules);
    }

    /** The build id of a module, or of the kernel for null; null if not printed. */
    String buildId(String module) {
        return module == null ? kernel : modules.get(module);
    }
}
