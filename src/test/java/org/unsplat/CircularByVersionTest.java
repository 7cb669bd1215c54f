package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unsplat.model.Chain;
import org.unsplat.model.Scenario;

/** A circular dependency, as each era of kernels prints it. */
class CircularByVersionTest {

    @Test
    void asBy44() {
        var report = RoundTrip.exact("""
                ======================================================
                [ INFO: possible circular locking dependency detected ]
                4.4.155 #1 Not tainted
                -------------------------------------------------------
                kworker/u4:1/23 is trying to acquire lock:
                 (&foo->lock){+.+.+.}, at: [<ffffffff81234567>] foo_lock+0x12/0x34

                but task is already holding lock:
                 ((&bar->work)){+.+.+.}, at: [<ffffffff81234568>] process_one_work+0x12/0x34

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 ((&bar->work)){+.+.+.}:
                       [<ffffffff810a2b3c>] lock_acquire+0x12/0x34
                       [<ffffffff810a2b3d>] flush_work+0x12/0x34

                -> #0 (&foo->lock){+.+.+.}:
                       [<ffffffff810a2b3c>] __lock_acquire+0x12/0x34
                       [<ffffffff810a2b3d>] foo_lock+0x12/0x34

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock((&bar->work));
                                               lock(&foo->lock);
                                               lock((&bar->work));
                  lock(&foo->lock);

                 *** DEADLOCK ***

                2 locks held by kworker/u4:1/23:
                 #0:  ("%s""netns"){.+.+.+}, at: [<ffffffff81234568>] process_one_work+0x12/0x34
                 #1:  ((&bar->work)){+.+.+.}, at: [<ffffffff81234568>] process_one_work+0x12/0x34

                stack backtrace:
                CPU: 1 PID: 23 Comm: kworker/u4:1 Not tainted 4.4.155 #1
                Hardware name: Bochs Bochs, BIOS Bochs 01/01/2011
                Workqueue: netns cleanup_net
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                 ffffffff86ad2b40 ffffffff86ad4450 ffff8800458dfa88
                Call Trace:
                 [<ffffffff81234569>] dump_stack+0x12/0x34
                 [<ffffffff81234569>] ? foo_lock+0x12/0x34
                 <IRQ>  [<ffffffff81234569>] irq_a+0x12/0x34
                 <EOI>  [<ffffffff81234569>] ret_from_fork+0x12/0x34
                """);
        assertEquals("lockdep-circular-dependency", report.kind());
        assertEquals("&foo->lock", report.lockdep().acquiring().classText());
        assertEquals("0xffffffff81234567", report.lockdep().acquiring().at().address());
        assertEquals(6, report.lockdep().acquiring().usageDecoded().size());
        assertEquals(
                List.of("(&bar->work)", "&foo->lock"),
                RoundTrip.classes(report.lockdep().chain().links().stream()
                        .map(Chain.Link::lock)
                        .toList()));
        assertEquals(
                "\"%s\"\"netns\"", report.lockdep().held().get(0).locks().get(0).name());
        assertEquals(2, report.lockdep().registers().size());
        assertEquals("IRQ", report.backtrace().frames().get(2).context());
        assertNull(report.backtrace().frames().get(3).context());
    }

    @Test
    void asBy49() {
        var report = RoundTrip.exact("""
                ======================================================
                [ INFO: possible circular locking dependency detected ]
                4.9.302 #1 Tainted: G        W
                -------------------------------------------------------
                a b/c/23 is trying to acquire lock:
                 (&foo->lock){+.+.+.}, at: [<ffffffff81234567>] foo_lock+0x12/0x34

                but task is already holding lock:
                 (console_lock){+.+.+.}, at: [<ffffffff81234568>] con+0x12/0x34

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #2 (console_lock){+.+.+.}:
                       lock_acquire+0x12/0x34
                       flush_work+0x12/0x34 [mod_a]

                -> #1 ("%s"("ipv6_addrconf")){+.+.+.}:

                -> #0 (&foo->lock){+.+.+.}:
                       __lock_acquire+0x12/0x34
                       0xffffffffffffffff

                other info that might help us debug this:

                Chain exists of:
                  &foo->lock --> "%s"("ipv6_addrconf") --> console_lock

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(console_lock);
                                               lock("%s"("ipv6_addrconf"));
                                               lock(console_lock);
                  lock(&foo->lock);

                 *** DEADLOCK ***

                1 lock held by a b/c/23:
                 #0:  (console_lock){+.+.+.}, at: [<ffffffff81234568>] con+0x12/0x34

                stack backtrace:
                CPU: 1 PID: 23 Comm: a b/c Tainted: G        W       4.9.302 #1
                 0000000000000000 ffff8800458dfa38 ffffffff82d383a9 ffffffff86ad2b40
                Call Trace:
                 [<ffffffff81234569>] dump_stack+0x12/0x34
                 <IRQ>
                 [<ffffffff81234569>] irq_a+0x12/0x34
                 <EOI>
                 [<ffffffff81234569>] ret_from_fork+0x12/0x34
                """);
        assertEquals("a b/c", report.lockdep().task().comm());
        assertEquals(
                List.of("&foo->lock", "\"%s\"(\"ipv6_addrconf\")", "console_lock"),
                report.lockdep().cycle());
        assertEquals(List.of(), report.lockdep().chain().links().get(1).stack());
        assertEquals(List.of("W"), report.system().taint().flags());
        assertEquals(
                "0xffffffffffffffff",
                report.lockdep().chain().links().get(2).stack().get(1).address());
    }

    @Test
    void withACrosslock() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                4.14.0+ #1 Not tainted
                ------------------------------------------------------
                exe/3 is trying to acquire lock:
                 (&x->wait#3){..-.}, at: [<ffffffff81234567>] complete+0x18/0x80

                but now in release context of a crosslock acquired at the following:
                 ((complete)&dev->done){+.+.}, at: [<ffffffff81234567>] wait_dev+0x18/0x80

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (&x->wait#3){..-.}:
                       lock_acquire+0x12/0x34

                -> #0 ((complete)&dev->done){+.+.}:
                       wait_dev+0x12/0x34

                other info that might help us debug this:

                 Possible unsafe locking scenario by crosslock:

                       CPU0                    CPU1
                       ----                    ----
                  lock(&x->wait#3);
                  lock((complete)&dev->done);
                                               lock(&x->wait#3);
                                               unlock((complete)&dev->done);

                 *** DEADLOCK ***

                no locks held by exe/3.

                stack backtrace:
                CPU: 0 PID: 3 Comm: exe Not tainted 4.14.0+ #1
                Call Trace:
                 dump_stack+0x12/0x34
                """);
        assertEquals("(complete)&dev->done", report.lockdep().holding().get(0).classText());
        assertEquals("&x->wait", report.lockdep().acquiring().name());
        assertEquals(3, report.lockdep().acquiring().version());
        assertEquals(
                List.of("lock", "lock", "lock", "unlock"),
                report.lockdep().scenario().steps().stream()
                        .map(Scenario.Step::op)
                        .toList());
        assertEquals(
                List.of(0, 0, 1, 1),
                report.lockdep().scenario().steps().stream()
                        .map(Scenario.Step::cpu)
                        .toList());
        assertEquals(0, report.lockdep().held().get(0).declared());
    }

    @Test
    void withHashedAddresses() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                4.15.0 #5 Not tainted
                ------------------------------------------------------
                exe/3 is trying to acquire lock:
                 (&p->lock/1){+.+.}, at: [<000000008a4bc2d1>] fu+0x18/0x80

                but task is already holding lock:
                 ((wq_completion)"%s"("ipv6_addrconf")){+.+.}, at: [<(ptrval)>] bar+0x18/0x80

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 ((wq_completion)"%s"("ipv6_addrconf")){+.+.}:
                       lock_acquire+0x12/0x34

                -> #0 (&p->lock/1){+.+.}:
                       fu+0x12/0x34

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock((wq_completion)"%s"("ipv6_addrconf"));
                                               lock(&p->lock/1);
                                               lock((wq_completion)"%s"("ipv6_addrconf"));
                  lock(&p->lock/1);

                 *** DEADLOCK ***

                1 lock held by exe/3:
                 #0:  ((wq_completion)"%s"("ipv6_addrconf")){+.+.}, at: [<(ptrval)>] bar+0x18/0x80

                stack backtrace:
                CPU: 0 PID: 3 Comm: exe Not tainted 4.15.0 #5
                Call Trace:
                 dump_stack+0x12/0x34
                 <IRQ>
                 irq_a+0x1/0x2
                 </IRQ>
                 ret_from_fork+0x24/0x50
                """);
        assertEquals(1, report.lockdep().acquiring().subclass());
        assertEquals("0x000000008a4bc2d1", report.lockdep().acquiring().at().address());
        assertEquals("(ptrval)", report.lockdep().holding().get(0).at().addressText());
    }

    @Test
    void asBy419() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                4.19.78 #5 Not tainted
                ------------------------------------------------------
                exe/-3 is trying to acquire lock:
                000000008a4bc2d1 (&(&mapping->i_pages)->xa_lock){+.+.}, at: fu+0x18/0x80

                but task is already holding lock:
                (____ptrval____) (cpu_hotplug_lock.rw_sem){++++}, at: bar+0x18/0x80

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (cpu_hotplug_lock.rw_sem){++++}:
                       lock_acquire+0x12/0x34

                -> #0 (&(&mapping->i_pages)->xa_lock){+.+.}:
                       fu+0x12/0x34

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(cpu_hotplug_lock.rw_sem);
                                               lock(&(&mapping->i_pages)->xa_lock);
                                               lock(cpu_hotplug_lock.rw_sem);
                  lock(&(&mapping->i_pages)->xa_lock);

                 *** DEADLOCK ***

                1 lock held by exe/-3:
                 #0: (____ptrval____) (cpu_hotplug_lock.rw_sem){++++}, at: bar+0x18/0x80

                stack backtrace:
                CPU: 0 PID: -3 Comm: exe Kdump: loaded Not tainted 4.19.78 #5
                Hardware name: Foo  bar, baz/Quux
                Call Trace:
                 dump_stack+0x12/0x34
                 ret_from_fork+0x24/0x50
                """);
        assertEquals("0x000000008a4bc2d1", report.lockdep().acquiring().address());
        assertEquals("(____ptrval____)", report.lockdep().holding().get(0).addressText());
        assertTrue(report.system().kdump());
        assertEquals("exe", report.system().comm());
        assertEquals(-3, report.system().pid());
        assertEquals("Foo  bar, baz/Quux", report.system().hardware());
    }

    @Test
    void asBySyzbotsKernels() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                syzkaller #0 Tainted: G        W
                ------------------------------------------------------
                (udev-worker)/3 is trying to acquire lock:
                ffff88801c3b2d18 (&q->q_usage_counter(io)#55){++++}-{0:0}, at: per_cpu_ptr_f+0x18/0x80 [dm_mod]

                but task is already holding lock:
                ffffffff8a3b2d18 (per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu)){....}-{2:2}, at: rcu_x+0x18/0x80

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu)){....}-{2:2}:
                       lock_acquire+0x12/0x34

                -> #0 (&q->q_usage_counter(io)#55){++++}-{0:0}:
                       fu+0x12/0x34 [dm_mod]

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  rlock(per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu));
                                               lock(&q->q_usage_counter(io)#55);
                                               lock(per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu));
                  sync(&q->q_usage_counter(io)#55);

                 *** DEADLOCK ***

                1 lock held by (udev-worker)/3:
                 #0: ffffffff8a3b2d18 (per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu)){....}-{2:2}, at: rcu_x+0x18/0x80

                stack backtrace:
                CPU: 1 UID: 0 PID: 3 Comm: (udev-worker) Tainted: G        W           syzkaller #0 PREEMPT_{RT,(full)}  71a6ba3e92c5211ab6683faf0d5214fdae23abf4
                Tainted: [W]=WARN
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 10/02/2025
                Workqueue:  fu_fn (desc words)
                Stopper: multi_cpu_stop+0x0/0x2a0 <- stop_machine_cpuslocked+0x11b/0x180
                Sched_ext: simple (enabled+all), task: runnable_at=-1ms
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 ? fu+0x12/0x34 [dm_mod 71a6ba3e92c5211ab6683faf0d5214fdae23abf4]
                 0x0
                 0xffffffffa0001234
                RIP: 0033:0x7f1234567890
                Code: 00 01 <0f> 05 48
                RSP: 002b:00007fff12345678 EFLAGS: 00000246 ORIG_RAX: 0000000000000010
                RAX: ffffffffffffffda RBX: 0000000000000000 RCX: 00007f1234567890
                 </TASK>
                """);
        assertEquals("syzkaller", report.system().kernel());
        assertEquals("PREEMPT_{RT,(full)}", report.system().preempt());
        assertEquals("71a6ba3e92c5211ab6683faf0d5214fdae23abf4", report.system().buildId());
        assertEquals(List.of("WARN"), report.system().taint().names());
        assertEquals("&q->q_usage_counter(io)", report.lockdep().acquiring().name());
        assertEquals(
                "per_cpu_ptr(&cgroup_rstat_cpu_lock, cpu)",
                report.lockdep().holding().get(0).classText());
        assertEquals(
                List.of("rlock", "lock", "lock", "sync"),
                report.lockdep().scenario().steps().stream()
                        .map(Scenario.Step::op)
                        .toList());
        assertEquals("0x0", report.backtrace().frames().get(2).address());
        assertEquals(4, report.backtrace().frames().get(3).after().size());
        assertEquals(
                "simple (enabled+all), task: runnable_at=-1ms", report.system().schedExt());
    }

    @Test
    void asByLinuxNext() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                7.2.0-rc2-next-20260708 #1 Not tainted
                ------------------------------------------------------
                exe/3 is trying to acquire lock:
                ffff88801c3b2d18 ((work_completion)(&(&ifa->dad_work)->work)){+.+.}-{0:0}, at: fu+0x18/0x80

                but task is already holding lock:
                ffffffff8a3b2d18 (*(&acpi_gbl_hardware_lock)){+.+.}-{3:3}, at: bar+0x18/0x80

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (*(&acpi_gbl_hardware_lock)){+.+.}-{3:3}:
                       lock_acquire+0x12/0x34

                -> #0 ((work_completion)(&(&ifa->dad_work)->work)){+.+.}-{0:0}:
                       fu+0x12/0x34

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(*(&acpi_gbl_hardware_lock));
                                               lock((work_completion)(&(&ifa->dad_work)->work));
                                               lock(*(&acpi_gbl_hardware_lock));
                  lock((work_completion)(&(&ifa->dad_work)->work));

                 *** DEADLOCK ***

                locks held by exe/3: 1, last CPU#0:
                 #0: ffffffff8a3b2d18 (*(&acpi_gbl_hardware_lock)){+.+.}-{3:3}, at: bar+0x18/0x80

                stack backtrace:
                CPU: 1 UID: 0 PID: 3 Comm: exe Not tainted 7.2.0-rc2-next-20260708 #1 PREEMPT(lazy)
                Call Trace:
                 <TASK>
                 dump_stack_lvl+0x12/0x34
                 </TASK>
                """);
        assertEquals(
                "*(&acpi_gbl_hardware_lock)", report.lockdep().holding().get(0).classText());
        assertEquals("last", report.lockdep().held().get(0).cpuWord());
        assertEquals(1, report.lockdep().held().get(0).declared());
        assertNull(report.lockdep().acquiring().waitTypes().outerMeans());
    }

    @Test
    void withInlinedPlaces() {
        var report = RoundTrip.exact("""
                ======================================================
                WARNING: possible circular locking dependency detected
                syzkaller #0 Not tainted
                ------------------------------------------------------
                syz.0.1/3 is trying to acquire lock:
                ffff88801c3b2d18 (&sb->s_type->i_mutex_key#8){+.+.}-{4:4}, at: inode_lock include/linux/fs.h:12 [inline]
                ffff88801c3b2d18 (&sb->s_type->i_mutex_key#8){+.+.}-{4:4}, at: fu+0x18/0x80 fs/fu.c:12

                but task is already holding lock:
                ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{4:4}, at: rtnl_lock net/a.h:1 [inline]
                ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{4:4}, at: rtnl_fu net/a.h:2 [inline]
                ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{4:4}, at: bar+0x18/0x80 net/bar.c:-1

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (rtnl_mutex){+.+.}-{4:4}:
                       inl net/a.h:1 [inline]
                       lock_acquire+0x12/0x34 net/a.c:12

                -> #0 (&sb->s_type->i_mutex_key#8){+.+.}-{4:4}:
                       fu+0x12/0x34 fs/fu.c:12

                other info that might help us debug this:

                 Possible unsafe locking scenario:

                       CPU0                    CPU1
                       ----                    ----
                  lock(rtnl_mutex);
                                               lock(&sb->s_type->i_mutex_key#8);
                                               lock(rtnl_mutex);
                  lock(&sb->s_type->i_mutex_key#8);

                 *** DEADLOCK ***

                1 lock held by syz.0.1/3:
                 #0: ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{4:4}, at: rtnl_lock net/a.h:1 [inline]
                 #0: ffffffff8a3b2d18 (rtnl_mutex){+.+.}-{4:4}, at: bar+0x18/0x80 net/bar.c:12

                stack backtrace:
                CPU: 1 UID: 0 PID: 3 Comm: syz.0.1 Not tainted syzkaller #0 PREEMPT(full)
                Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 10/02/2025
                Call Trace:
                 <TASK>
                 __dump_stack lib/dump_stack.c:94 [inline]
                 dump_stack_lvl+0x12/0x34 lib/dump_stack.c:120
                 fu+0x12/0x34 fs/fu.c:12 [mod_x]
                 </TASK>
                """);
        assertEquals(1, report.lockdep().acquiring().inlinedInto().size());
        assertEquals(2, report.lockdep().holding().get(0).inlinedInto().size());
        assertNull(report.lockdep().holding().get(0).at().line());
        assertEquals(1, report.lockdep().held().get(0).locks().size());
        assertEquals("mod_x", report.backtrace().frames().get(2).module());
        assertEquals("sleeping lock", report.lockdep().acquiring().waitTypes().outerMeans());
    }
}
