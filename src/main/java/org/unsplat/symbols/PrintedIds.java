package org.unsplat.symbols;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unsplat.model.Report;

/**
 * The builds that a report says it is of. Only the frames of its backtrace carry the build ids of modules
 * ({@code %pBb}); they hold for its other frames, too.
 *
 * @param release of the kernel, null where it was not printed
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

    /** The build id of a module, or of the kernel where that is null; null where it was not printed. */
    String buildId(String module) {
        return module == null ? kernel : modules.get(module);
    }
}
