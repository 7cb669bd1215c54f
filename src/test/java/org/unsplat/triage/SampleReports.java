package org.unsplat.triage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unsplat.Reports;
import org.unsplat.model.Report;

/** Small made-up reports. */
public final class SampleReports {

    /** A race of two sides, the first of them in an instrumented atomic. */
    public static final String RACE = log("race");
    /** The same, the sides exchanged, symbolised, of another run and build. */
    public static final String RACE_DECODED = log("race-decoded");
    /** The reader's side alone. */
    public static final String UNKNOWN_ORIGIN = log("race-of-unknown-origin");
    /** A dereference without the lock that it wants. */
    public static final String RCU = log("suspicious-rcu");

    private SampleReports() {}

    private static String log(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/reports", name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A circular dependency through these classes: the last one is held, the first one is wanted. */
    public static String circular(String task, String... classes) {
        var chain = new StringBuilder();
        for (int i = classes.length - 1; i >= 0; i--) {
            chain.append("""
                    -> #%d (%s){+.+.}-{3:3}:
                           __mutex_lock+0x81/0xb90
                           take_%s+0x1b/0x40
                           toy_run+0x6e/0xb0

                    """.formatted(i, classes[i], classes[i].replaceAll("\\W|\\d", "")));
        }
        var wanted = classes[0];
        var held = classes[classes.length - 1];
        return """
                ======================================================
                WARNING: possible circular locking dependency detected
                6.12.0-toy #1 Not tainted
                ------------------------------------------------------
                %1$s is trying to acquire lock:
                ffffffff82f0a0a0 (%2$s){+.+.}-{3:3}, at: %5$s_wants+0x1b/0x40

                but task is already holding lock:
                ffffffff82f0a1a0 (%3$s){+.+.}-{3:3}, at: %5$s_holds+0x1b/0x40

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                %4$sother info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(%3$s);
                                               lock(%2$s);
                                               lock(%3$s);
                  lock(%2$s);

                 *** DEADLOCK ***

                1 lock held by %1$s:
                 #0: ffffffff82f0a1a0 (%3$s){+.+.}-{3:3}, at: %5$s_holds+0x1b/0x40

                stack backtrace:
                CPU: 1 UID: 0 PID: %6$s Comm: %5$s Not tainted 6.12.0-toy #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x68/0x90
                 print_circular_bug+0x269/0x2e0
                 check_noncircular+0x11e/0x130
                 __lock_acquire+0x11e5/0x1c50
                 lock_acquire+0xb5/0x2b0
                 __mutex_lock+0x81/0xb90
                 %5$s_wants+0x1b/0x40
                 toy_run+0x6e/0xb0
                 </TASK>
                """.formatted(task, wanted, held, chain, task.replaceAll("/.*", ""), task.replaceAll(".*/", ""));
    }

    /** The reports of a log. */
    public static List<Report> reports(String log) {
        try (var reports = Reports.in(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), "-")) {
            return reports.toList();
        }
    }
}
