package org.unsplat.triage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unsplat.Reports;
import org.unsplat.model.Report;

/** Small made-up reports. */
public final class SampleReports {

    /** A race of two sides, the first of them in an instrumented atomic. */
    public static final String RACE = """
            [   12.345678] ==================================================================
            [   12.345679] BUG: KCSAN: data-race in toy_poll / toy_push
            [   12.345680]\s
            [   12.345681] write to 0xffff888004ff2930 of 8 bytes by task 41 on cpu 1:
            [   12.345682]  toy_push.isra.0+0x15/0x20
            [   12.345683]  toy_write+0x82/0x90
            [   12.345684]  vfs_write+0xc5/0xe0
            [   12.345685]  __x64_sys_write+0x2c/0x40
            [   12.345686]  do_syscall_64+0x52/0xb0
            [   12.345687]\s
            [   12.345688] read to 0xffff888004ff2930 of 8 bytes by task 40 on cpu 0:
            [   12.345689]  kcsan_atomic_read include/linux/instrumented.h:68 [inline]
            [   12.345690]  toy_poll+0x38/0x60
            [   12.345691]  toy_read+0x43/0x90
            [   12.345692]  kthread+0xc5/0xe0
            [   12.345693]\s
            [   12.345694] value changed: 0x0000000000000001 -> 0x0000000000000002
            [   12.345695]\s
            [   12.345696] Reported by Kernel Concurrency Sanitizer on:
            [   12.345697] CPU: 0 UID: 0 PID: 40 Comm: toy0 Not tainted 6.12.0-toy #1
            [   12.345698] ==================================================================
            """;
    /** The same, the sides exchanged, symbolised, of another run and build. */
    public static final String RACE_DECODED = """
            [  99.000001][   T78] ==================================================================
            [  99.000002][   T78] BUG: KCSAN: data-race in toy_poll / toy_push
            [  99.000003][   T78]\s
            [  99.000004][   T78] read to 0xffff888004aa1230 of 8 bytes by task 77 on cpu 3:
            [  99.000005][   T78]  toy_load drivers/toy/toy.h:7 [inline]
            [  99.000006][   T78]  toy_poll+0x41/0x80 drivers/toy/toy.c:58
            [  99.000007][   T78]  toy_read+0x44/0x9f drivers/toy/toy.c:88
            [  99.000008][   T78]  kthread+0xff/0x110 kernel/kthread.c:389
            [  99.000009][   T78]\s
            [  99.000010][   T78] write to 0xffff888004aa1230 of 8 bytes by task 78 on cpu 2:
            [  99.000011][   T78]  toy_push.constprop.0+0x99/0xaa drivers/toy/toy.c:61
            [  99.000012][   T78]  toy_write+0x8f/0x9f drivers/toy/toy.c:95
            [  99.000013][   T78]  vfs_write+0xff/0x110 fs/read_write.c:600
            [  99.000014][   T78]  __arm64_sys_write+0x20/0x30 fs/read_write.c:655
            [  99.000015][   T78]\s
            [  99.000016][   T78] value changed: 0x0000000000000005 -> 0x0000000000000009
            [  99.000017][   T78]\s
            [  99.000018][   T78] Reported by Kernel Concurrency Sanitizer on:
            [  99.000019][   T78] CPU: 2 UID: 0 PID: 78 Comm: other Tainted: G        W          6.13.0-rc1 #9
            [  99.000020][   T78] ==================================================================
            """;
    /** The reader's side alone. */
    public static final String UNKNOWN_ORIGIN = """
            ==================================================================
            BUG: KCSAN: data-race in toy_poll+0x38/0x60

            race at unknown origin, with read to 0xffff888004ff2930 of 8 bytes by task 40 on cpu 0:
             toy_poll+0x38/0x60
             toy_read+0x43/0x90
             kthread+0xc5/0xe0

            value changed: 0x0000000000000001 -> 0x0000000000000002

            Reported by Kernel Concurrency Sanitizer on:
            CPU: 0 UID: 0 PID: 40 Comm: toy0 Not tainted 6.12.0-toy #1
            ==================================================================
            """;

    private SampleReports() {}

    /** A dereference without the lock that it wants. */
    public static final String RCU = """
            =============================
            WARNING: suspicious RCU usage
            6.12.0-toy #1 Not tainted
            -----------------------------
            drivers/toy/toy.c:94 suspicious rcu_dereference_check() usage!

            other info that might help us debug this:


            rcu_scheduler_active = 2, debug_locks = 1
            no locks held by toy0/41.

            stack backtrace:
            CPU: 0 UID: 0 PID: 41 Comm: toy0 Not tainted 6.12.0-toy #1
            Call Trace:
             <TASK>
             dump_stack_lvl+0x68/0x90
             lockdep_rcu_suspicious+0x1a1/0x200
             toy_lookup+0x2b/0x40
             toy_run+0x6e/0xb0
             </TASK>
            """;

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
