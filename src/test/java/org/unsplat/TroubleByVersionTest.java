package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Backtrace;
import org.unsplat.model.Report;
import org.unsplat.model.StackFrame;

/** Other reports that list held locks, and the warnings from within lockdep. */
class TroubleByVersionTest {

    @Test
    void aListAlone() {
        var report = RoundTrip.exact("""
                2 locks held by insmod/44:
                 #0: ffff88801c3b2d18 (&x->lock){+.+.}-{4:4}, at: fu+0x12/0x34
                 #1: ffff88801c3b2d18 (&y->lock){+.+.}-{4:4}, at: fu+0x12/0x34
                """);
        assertEquals("lockdep-held-locks", report.kind());
        assertEquals("2 locks held by insmod/44:", report.headline());
    }

    @Test
    void allLocks() {
        var report = RoundTrip.exact("""

                Showing all locks held in the system:
                1 lock held by khungtaskd/26:
                 #0: ffff88801c3b2d18 (rcu_read_lock){....}-{1:3}, at: fu+0x12/0x34
                2 locks held by getty/1234:
                1 lock held by syz-executor.5/9850:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{4:4}, at: fu+0x12/0x34

                =============================================
                """);
        assertTrue(report.lockdep().allTasks());
        assertEquals(2, report.lockdep().held().get(1).declared());
        assertEquals(List.of(), report.lockdep().held().get(1).locks());
    }

    @Test
    void allLocksOnDemand() {
        var report = RoundTrip.exact("""
                sysrq: Show Locks Held

                Showing all locks held in the system:
                locks held by khungtaskd/26: 1, last CPU#0:
                 #0: ffff88801c3b2d18 (rcu_read_lock){....}-{1:3}, at: fu+0x12/0x34
                locks held by getty/1234: 1, on CPU#1:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{4:4}, at: fu+0x12/0x34

                =============================================
                """);
        assertEquals("sysrq: Show Locks Held", report.headline());
        assertEquals("getty", report.lockdep().held().get(1).task().comm());
    }

    @Test
    void hungTaskAsBy44() {
        var report = RoundTrip.exact("""
                INFO: task dd:985 blocked for more than 120 seconds.
                      Tainted: G        W       4.4.155 #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                dd              D ffff8800458dfa38     0   985    951 0x00000000
                 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40 ffffffff86ad2b40
                 ffffffff86ad4450 ffff8800458dfa88
                Call Trace:
                 [<ffffffff81000005>] schedule+0x12/0x34
                 [<ffffffff81000005>] ? fu+0x12/0x34
                1 lock held by dd/985:
                 #0:  (&sb->s_type->i_mutex_key#8){+.+.+.}, at: [<ffffffff81000005>] fu+0x12/0x34
                """);
        assertEquals(2, report.lockdep().blocked().get(0).registers().size());
        assertEquals("4.4.155", report.system().kernel());
    }

    @Test
    void hungTaskOfRedHat() {
        var report = RoundTrip.read("""
                INFO: task dd:985 blocked for more than 120 seconds.
                      Tainted: G           OE    --------- -  - 4.18.0-9.el8.x86_64+debug #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                task:dd              state:D stack:    0 pid:  985 ppid:   951 flags:0x00000080
                Call Trace:
                 schedule+0x12/0x34
                1 lock held by dd/985:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                """);
        assertEquals("4.18.0-9.el8.x86_64+debug", report.system().kernel());
        assertEquals(List.of("O", "E"), report.system().taint().flags());
        assertEquals(List.of(), report.unparsed());
    }

    @Test
    void hungTaskAsBy54() {
        var report = RoundTrip.exact("""
                INFO: task syz-executor.5:9850 blocked for more than 143 seconds.
                      Not tainted 5.4.173-syzkaller #0
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                syz-executor.5  D29496  9850  19518 0x00000004
                Call Trace:
                 __schedule+0x12/0x34
                 ? firmware_map_remove+0x12/0x34
                 schedule+0x12/0x34
                RIP: 0033:0x45de29
                Code: 0d b4 fb ff c3 66 2e 0f 1f 84 00 00 00 00 00
                RSP: 002b:00007fff12345678 EFLAGS: 00000246 ORIG_RAX: 0000000000000010
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 000000000045de29

                Showing all locks held in the system:
                1 lock held by khungtaskd/1126:
                 #0: ffffffff8a067040 (rcu_read_lock){....}, at: debug_show_all_locks+0x12/0x34
                1 lock held by in:imklog/9500:

                =============================================
                """);
        assertEquals(3, report.lockdep().blocked().get(0).notes().size());
        assertEquals("in:imklog", report.lockdep().held().get(1).task().comm());
    }

    @Test
    void hungTasksAsBy71() {
        var report = RoundTrip.read("""
                INFO: task kworker/0:1:77 blocked in I/O wait for more than 143 seconds.
                      Tainted: G        W           7.1.5 #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                task:kworker/0:1     state:D stack:25432 pid:77    tgid:77    ppid:2      task_flags:0x4208060 flags:0x00004000
                Workqueue: events foo_fn
                Call Trace:
                 <TASK>
                 __schedule+0x12/0x34
                 schedule+0x12/0x34
                 </TASK>
                INFO: task kworker/0:1:77 is blocked on a mutex likely owned by task x:78.
                INFO: task y:79 blocked for more than 143 seconds.
                      Tainted: G        W           7.1.5 #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                task:y               state:D stack:25432 pid:79    tgid:79    ppid:2      task_flags:0x4208060 flags:0x00004000
                Call Trace:
                 <TASK>
                 __schedule+0x12/0x34
                 </TASK>
                INFO: task y:79 is blocked on an rw-semaphore likely owned by task x:78 <writer>

                Showing all locks held in the system:
                1 lock held by khungtaskd/26:
                 #0: ffff88801c3b2d18 (rcu_read_lock){....}-{1:3}, at: fu+0x12/0x34

                =============================================

                NMI backtrace for cpu 0
                CPU: 0 UID: 0 PID: 26 Comm: khungtaskd Tainted: G        W           7.1.5 #1 PREEMPT(full)
                Tainted: [W]=WARN
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("INFO: task kworker/0:1:77 blocked in I/O wait for more than 143 seconds.", report.headline());
        assertEquals("events foo_fn", report.system().workqueue());
        assertEquals(1, report.lockdep().held().size());
        assertEquals("y", report.lockdep().blocked().get(1).task().comm());
        assertEquals("writer", report.lockdep().blockers().get(1).ownerAs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO: task a:1 is blocked on a mutex likely owned by task b:2.",
                "INFO: task a:1 is blocked on a mutex, but the owner is not found.",
                "INFO: task a:1 blocked on a semaphore likely last held by task b:2",
                "INFO: task a:1 is blocked on a semaphore, but the last holder is not found.",
                "INFO: task a:1 <writer> blocked on an rw-semaphore likely owned by task b:2 <reader>",
            })
    void aBlockerIsNoHeadline(String blocker) {
        var report = RoundTrip.exact("""
                INFO: task a:1 blocked for more than 143 seconds.
                      Not tainted 6.19.0 #1
                "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
                task:a               state:D stack:25432 pid:1     tgid:1     ppid:2      task_flags:0x4208060 flags:0x00004000
                Call Trace:
                 <TASK>
                 __schedule+0x12/0x34
                 </TASK>
                %s

                Showing all locks held in the system:
                1 lock held by a/1:
                 #0: ffff88801c3b2d18 (x){+.+.}-{4:4}, at: fu+0x12/0x34

                =============================================

                """.formatted(blocker));
        assertEquals("INFO: task a:1 blocked for more than 143 seconds.", report.headline());
        assertEquals(1, report.lockdep().blockers().size());
    }

    @Test
    void sleepingAsBy44() {
        var report = RoundTrip.exact("""
                BUG: sleeping function called from invalid context at mm/slab.c:12
                in_atomic(): 1, irqs_disabled(): 0, pid: 77, name: x
                1 lock held by x/77:
                 #0:  (&y->lock){+.+...}, at: [<ffffffff81000005>] fu+0x12/0x34
                Preemption disabled at:[<ffffffff81000005>] fu+0x12/0x34

                CPU: 1 PID: 77 Comm: x Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                """);
        assertEquals("fu", report.lockdep().preemptionDisabledAt().function());
    }

    @Test
    void sleepingAsBy54() {
        var report = RoundTrip.exact("""
                BUG: sleeping function called from invalid context at mm/slab.h:12
                in_atomic(): 1, irqs_disabled(): 1, non_block: 0, pid: 77, name: x y
                1 lock held by x y/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}, at: fu+0x12/0x34
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0
                Preemption disabled at:
                [<ffffffff81000005>] fu+0x12/0x34
                CPU: 1 PID: 77 Comm: x y Not tainted 5.4.173 #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("x y", report.lockdep().held().get(0).task().comm());
        assertEquals(134L, report.lockdep().irqTrace().eventStamp());
    }

    @Test
    void sleepingAsBy61() {
        var report = RoundTrip.exact("""
                BUG: sleeping function called from invalid context at mm/slab.h:12
                in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 77, name: x
                preempt_count: 1, expected: 0
                RCU nest depth: 1, expected: 0
                2 locks held by x/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                 #1: <RELEASED>
                Preemption disabled at:
                [<0000000000000000>] 0x0
                CPU: 1 PID: 77 Comm: x Not tainted 6.1.10 #1
                Hardware name: linux,dummy-virt (DT)
                Call trace:
                 dump_stack_lvl+0x12/0x34
                """);
        assertTrue(report.lockdep().held().get(0).locks().get(1).released());
        assertEquals(3, report.lockdep().notes().size());
    }

    @Test
    void schedulingWhileAtomic() {
        var report = RoundTrip.exact("""
                BUG: scheduling while atomic: swapper/0/1/0x00000002
                1 lock held by swapper/0/1:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                Modules linked in: mod_a(O+) mod_b
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0
                Preemption disabled at:
                [<ffffffff81000005>] fu+0x12/0x34
                CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.1.10 #1
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("mod_a(O+) mod_b", report.lockdep().modules());
        assertEquals("swapper/0", report.system().comm());
    }

    @Test
    void leakingWorkqueueAsBy61() {
        var report = RoundTrip.exact("""
                BUG: workqueue leaked lock or atomic: kworker/0:1/0x00000001/77
                     last function: foo_fn [mod_a]
                1 lock held by kworker/0:1/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                CPU: 0 PID: 77 Comm: kworker/0:1 Not tainted 6.1.10 #1
                Workqueue: events foo_fn [mod_a]
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("last function: foo_fn [mod_a]", report.lockdep().notes().get(0));
    }

    @Test
    void leakingWorkqueueAsBy612() {
        var report = RoundTrip.exact("""
                BUG: workqueue leaked atomic, lock or RCU: kworker/0:1[77]
                     preempt=0x00000000 lock=0->1 RCU=0->0 workfn=foo_fn [mod_a]
                1 lock held by kworker/0:1/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                CPU: 0 UID: 0 PID: 77 Comm: kworker/0:1 Not tainted 6.12.0 #1
                Workqueue: events foo_fn [mod_a]
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals("events foo_fn [mod_a]", report.system().workqueue());
    }

    @Test
    void softLockup() {
        var report = RoundTrip.read("""
                watchdog: BUG: soft lockup - CPU#1 stuck for 123s! [syz-executor.0:77]
                Modules linked in:
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0
                CPU: 1 PID: 77 Comm: syz-executor.0 Not tainted 6.1.10 #1
                RIP: 0010:fu+0x12/0x34
                Code: 00 01 <0f> 05 48
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                Call Trace:
                 <IRQ>
                 fu+0x12/0x34
                 </IRQ>
                 <TASK>
                 fu2+0x12/0x34
                 </TASK>
                1 lock held by syz-executor.0/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                """);
        assertEquals(2, report.backtrace().frames().size());
        assertEquals(4, report.lockdep().registers().size());
    }

    @Test
    void rcuStall() {
        var report = RoundTrip.read("""
                rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:
                rcu: 	Tasks blocked on level-0 rcu_node (CPUs 0-1): P77/1:b..l
                rcu: 	(detected by 0, t=10502 jiffies, g=1234, q=12 ncpus=2)
                task:syz-executor.0  state:R  running task     stack:25432 pid:77    ppid:2      flags:0x00004000
                Call Trace:
                 <TASK>
                 __schedule+0x12/0x34
                 </TASK>
                1 lock held by syz-executor.0/77:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}-{3:3}, at: fu+0x12/0x34
                """);
        assertEquals(3, report.lockdep().notes().size());
    }

    @Test
    void warningAsBy44() {
        var report = RoundTrip.exact("""
                BUG: key ffff8800458dfa38 not in .data!
                ------------[ cut here ]------------
                WARNING: CPU: 0 PID: 77 at kernel/locking/lockdep.c:2988 lockdep_init_map+0x150/0x220()
                DEBUG_LOCKS_WARN_ON(1)
                Modules linked in: mod_a
                CPU: 0 PID: 77 Comm: x Not tainted 4.4.155 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81000005>] dump_stack+0x12/0x34
                ---[ end trace 0123456789abcdef ]---
                """);
        assertEquals("lockdep-internal", report.kind());
        assertEquals(
                List.of("BUG: key ffff8800458dfa38 not in .data!"),
                report.lockdep().before());
        assertTrue(report.lockdep().warning().messageLast());
    }

    @Test
    void warningAsBy414() {
        var report = RoundTrip.exact("""
                DEBUG_LOCKS_WARN_ON(!irqs_disabled())
                ------------[ cut here ]------------
                WARNING: CPU: 0 PID: 77 at kernel/locking/lockdep.c:2855 trace_softirqs_off+0x12/0x34
                Modules linked in:
                CPU: 0 PID: 77 Comm: x Not tainted 4.14.177 #1
                task: ffff8800458dfa38 task.stack: ffff8800458d0000
                RIP: 0010:trace_softirqs_off+0x12/0x34
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                Call Trace:
                 fu+0x12/0x34
                Code: 00 01 <0f> 05 48
                ---[ end trace 0123456789abcdef ]---
                """);
        assertEquals(
                "DEBUG_LOCKS_WARN_ON(!irqs_disabled())",
                report.lockdep().warning().message());
    }

    /** __warn of 5.9 dumped the stack whether or not there were registers. */
    @Test
    void warningAsBy59() {
        var report = RoundTrip.exact("""
                ------------[ cut here ]------------
                DEBUG_LOCKS_WARN_ON(1)
                WARNING: CPU: 0 PID: 77 at kernel/locking/lockdep.c:3679 check_chain_key+0x1a4/0x1f0
                Modules linked in: mod_a
                CPU: 0 PID: 77 Comm: x Not tainted 5.9.1 #1
                Hardware name: QEMU
                RIP: 0010:check_chain_key+0x1a4/0x1f0
                RSP: 0018:ffffc90000007d98 EFLAGS: 00010086
                Call Trace:
                 lock_acquire+0xdc/0x3c0
                 fu+0x12/0x34
                CPU: 0 PID: 77 Comm: x Not tainted 5.9.1 #1
                Hardware name: QEMU
                Call Trace:
                 dump_stack+0x77/0x97
                 __warn.cold.14+0xe/0x4b
                RIP: 0010:check_chain_key+0x1a4/0x1f0
                RSP: 0018:ffffc90000007d98 EFLAGS: 00010086
                 lock_acquire+0xdc/0x3c0
                 fu+0x12/0x34
                ---[ end trace 0000000000000001 ]---
                """);
        assertEquals(List.of("lock_acquire", "fu"), functions(report.backtrace()));
        assertEquals(
                List.of("dump_stack", "__warn.cold.14", "lock_acquire", "fu"),
                functions(report.lockdep().secondBacktrace()));
    }

    private static List<String> functions(Backtrace trace) {
        return trace.frames().stream().map(StackFrame::function).toList();
    }

    @Test
    void sleepingAsSymbolised() {
        var report = RoundTrip.exact("""
                BUG: sleeping function called from invalid context at mm/slab.h:12
                in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 77, name: x
                1 lock held by x/77:
                 #0: ffffffff89450c78 (y){+.+.}-{2:2}, at: spin_lock include/linux/spinlock.h:338 [inline]
                 #0: ffffffff89450c78 (y){+.+.}-{2:2}, at: fu+0x12/0x34 mm/fu.c:12
                Preemption disabled at:
                [<ffffffff81000005>] __raw_spin_lock include/linux/spinlock_api_smp.h:142 [inline]
                [<ffffffff81000005>] spin_lock include/linux/spinlock.h:338 [inline]
                [<ffffffff81000005>] fu+0x12/0x34 mm/fu.c:12
                CPU: 1 PID: 77 Comm: x Not tainted 5.10.10 #1
                Call Trace:
                 dump_stack+0x12/0x34 lib/dump_stack.c:12
                """);
        assertEquals("fu", report.lockdep().preemptionDisabledAt().function());
        assertEquals(
                List.of("__raw_spin_lock", "spin_lock"),
                report.lockdep().preemptionInlinedInto().stream()
                        .map(StackFrame::function)
                        .toList());
    }

    /** A mailer may break behind the function's name as well, and the name alone would do for the place of a lock. */
    @Test
    void heldLocksAsSymbolisedAndWrapped() {
        var report = RoundTrip.read("""
                BUG: sleeping function called from invalid context at mm/slab.h:12
                in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 77, name: x
                1 lock held by x/77:
                 #0: ffffffff89450c78 (y){+.+.}-{2:2}, at: spin_lock
                include/linux/spinlock.h:338 [inline]
                 #0: ffffffff89450c78 (y){+.+.}-{2:2}, at:
                fu+0x12/0x34 mm/fu.c:12
                CPU: 1 PID: 77 Comm: x Not tainted 5.10.10 #1
                Call Trace:
                 dump_stack+0x12/0x34 lib/dump_stack.c:12
                """);
        var lock = report.lockdep().held().get(0).locks().get(0);
        assertEquals("fu", lock.at().function());
        assertEquals("include/linux/spinlock.h", lock.inlinedInto().get(0).file());
    }

    @Test
    void warningAsBy61() {
        var report = RoundTrip.exact("""
                BUG: key ffff88801c3b2d18 has not been registered!
                ------------[ cut here ]------------
                DEBUG_LOCKS_WARN_ON(1)
                WARNING: CPU: 0 PID: 77 at kernel/locking/lockdep.c:4976 lockdep_init_map_type+0x150/0x220
                Modules linked in: mod_a
                CPU: 0 PID: 77 Comm: x Not tainted 6.1.10 #1
                RIP: 0010:lockdep_init_map_type+0x150/0x220
                Code: 00 01 <0f> 05 48
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                Call Trace:
                 <TASK>
                 fu+0x12/0x34
                 </TASK>
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0
                ---[ end trace 0000000000000000 ]---
                """);
        assertEquals(4976, report.lockdep().warning().at().line());
        assertEquals("0000000000000000", report.lockdep().warning().endTrace());
    }

    @Test
    void warningAsBy619() {
        var report = RoundTrip.exact("""
                ------------[ cut here ]------------
                DEBUG_LOCKS_WARN_ON(lockdep_hardirqs_enabled())
                WARNING: kernel/locking/lockdep.c:4405 at lockdep_hardirqs_on_prepare+0x12/0x34, CPU#1: syz.0.1/77
                Modules linked in:
                CPU: 1 UID: 0 PID: 77 Comm: syz.0.1 Not tainted 6.19.0 #1 PREEMPT(full)
                RIP: 0010:lockdep_hardirqs_on_prepare+0x12/0x34
                Code: 00 01 <0f> 05 48
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                Call Trace:
                 <TASK>
                 fu+0x12/0x34
                 </TASK>
                irq event stamp: 134
                hardirqs last  enabled at (133): [<ffffffff8143dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<ffffffff8143ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<ffffffff8107e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<0000000000000000>] 0x0
                ---[ end trace 0000000000000000 ]---
                """);
        assertEquals(
                "lockdep_hardirqs_on_prepare", report.lockdep().warning().at().function());
        assertEquals("syz.0.1", report.system().comm());
    }

    @Test
    void warningOnArm() {
        var report = RoundTrip.exact("""
                ------------[ cut here ]------------
                WARNING: CPU: 0 PID: 77 at kernel/locking/lockdep.c:4405 check_flags.part.42+0x12/0x34
                DEBUG_LOCKS_WARN_ON(current->hardirqs_enabled)
                Modules linked in:
                CPU: 0 PID: 77 Comm: x Not tainted 6.1.10 #1
                Hardware name: Generic DT based system
                 unwind_backtrace from show_stack+0x10/0x14
                 show_stack from dump_stack_lvl+0x40/0x4c
                irq event stamp: 134
                hardirqs last  enabled at (133): [<c043dc26>] foo_e+0x36/0x80
                hardirqs last disabled at (134): [<c043ba6f>] foo_d+0xf/0xa0
                softirqs last  enabled at (95): [<c007e32b>] foo_b+0x7b/0xa0
                softirqs last disabled at (0): [<00000000>] 0x0
                ---[ end trace 0000000000000000 ]---
                """);
        assertEquals(
                "0x00000000", report.lockdep().irqTrace().softirqsLastDisabled().address());
        assertTrue(report.lockdep().warning().messageLast());
    }

    @Test
    void deadlockOfAnRtMutexIsUnknown() {
        var reports = RoundTrip.all("""
                ============================================
                WARNING: circular locking deadlock detected!
                Not tainted
                --------------------------------------------
                a/77 is deadlocking current task b/78


                1) b/78 is trying to acquire this lock:
                 [<00000000a4bc2d11>] {&x->lock}
                .. ->owner: 00000000a4bc2d12
                .. held by:                 a:   77 [00000000a4bc2d13, 120]

                2) a/77 is blocked on this lock:
                 [<00000000a4bc2d11>] {mm/a.c:12}
                .. ->owner: 00000000a4bc2d12
                .. held by:                 b:   78 [00000000a4bc2d13, 120]
                1 lock held by b/78:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}, at: fu+0x12/0x34
                1 lock held by a/77:
                 #0: ffff88801c3b2d18 (&x->lock){+.+.}, at: fu+0x12/0x34

                a/77's [blocked] stackdump:

                Call Trace:
                 fu+0x12/0x34

                b/78's [current] stackdump:

                CPU: 1 PID: 78 Comm: b Not tainted 5.4.173 #1
                Call Trace:
                 dump_stack+0x12/0x34

                Showing all locks held in the system:
                1 lock held by b/78:
                 #0: ffff88801c3b2d18 (&y->lock){+.+.}, at: fu+0x12/0x34

                =============================================

                [ turning off deadlock detection.Please report this trace. ]
                """);
        assertEquals(
                List.of("lockdep-unknown"), reports.stream().map(Report::kind).toList());
        var unknown = reports.get(0);
        assertEquals(
                List.of("b", "a", "b"),
                unknown.lockdep().held().stream()
                        .map(list -> list.task().comm())
                        .toList());
        assertTrue(unknown.unparsed().stream()
                .anyMatch(line -> line.text().equals("a/77 is deadlocking current task b/78")));
        assertEquals(1, unknown.backtrace().frames().size());
    }
}
