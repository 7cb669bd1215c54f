package org.unsplat.symbols;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.unsplat.Reports;
import org.unsplat.model.Report;

/** Logs with a report of which one frame is another one each time. */
public final class ToyReports {

    private ToyReports() {}

    /**
     * The report of a lock that is taken twice.
     *
     * @param symbol where it is taken, and the only frame of the backtrace but for the checker's
     * @param buildId of the kernel, null where it does not print it
     */
    public static String log(String symbol, String buildId) {
        return """
                [    1.000000] ============================================
                [    1.000000] WARNING: possible recursive locking detected
                [    1.000000] 6.12.0 #1 Not tainted
                [    1.000000] --------------------------------------------
                [    1.000000] insmod/45 is trying to acquire lock:
                [    1.000000] ffffffff82000000 (toy_lock){+.+.}-{3:3}, at: @
                [    1.000000]\s
                               but task is already holding lock:
                [    1.000000] ffffffff82000000 (toy_lock){+.+.}-{3:3}, at: @
                [    1.000000]\s
                               other info that might help us debug this:
                [    1.000000]  Possible unsafe locking scenario:

                [    1.000000]        CPU0
                [    1.000000]        ----
                [    1.000000]   lock(toy_lock);
                [    1.000000]   lock(toy_lock);
                [    1.000000]\s
                                *** DEADLOCK ***

                [    1.000000]  May be due to missing lock nesting notation

                [    1.000000] 1 lock held by insmod/45:
                [    1.000000]  #0: ffffffff82000000 (toy_lock){+.+.}-{3:3}, at: @
                [    1.000000]\s
                               stack backtrace:
                [    1.000000] CPU: 0 UID: 0 PID: 45 Comm: insmod Not tainted 6.12.0 #1%
                [    1.000000] Call Trace:
                [    1.000000]  <TASK>
                [    1.000000]  @
                [    1.000000]  </TASK>
                """.replace("@", symbol).replace("%", buildId == null ? "" : " " + buildId);
    }

    /** That report, read. */
    static Report report(String name, String symbol, String buildId) {
        var bytes = log(symbol, buildId).getBytes(StandardCharsets.UTF_8);
        try (var reports = Reports.in(new ByteArrayInputStream(bytes), name)) {
            return reports.findFirst().orElseThrow();
        }
    }
}
