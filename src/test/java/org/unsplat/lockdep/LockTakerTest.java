package org.unsplat.lockdep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unsplat.model.Report;
import org.unsplat.render.show.ScreenWriter;
import org.unsplat.triage.SampleReports;

/** Whom an explanation names where the kernel names a function that takes locks for others. */
class LockTakerTest {

    private static final String TAKEN_BY = "but this lock was taken by another, HARDIRQ-safe lock in the past:";

    /** {@code print_irq_inversion_bug} of a lock that is irq-unsafe from now on. */
    private static String unsafeNow(String at, String trace) {
        return inversion(at, trace, "toy_b", "toy_a", TAKEN_BY);
    }

    /** The same of a lock that an interrupt takes now. */
    private static String safeNow(String at, String trace) {
        return inversion(at, trace, "toy_a", "toy_b", "but this lock took another, HARDIRQ-unsafe lock in the past:");
    }

    private static String inversion(String at, String trace, String changed, String other, String sentence) {
        return explanation(inversionText(at, trace, changed, other, sentence));
    }

    private static String inversionText(String at, String trace, String changed, String other, String sentence) {
        return """
                ========================================================
                WARNING: possible irq lock inversion dependency detected
                6.12.0-toy #1 Not tainted
                --------------------------------------------------------
                toyd/7 just changed the state of lock:
                ffffffff82f0a1a0 (%s){....}-{3:3}, at: %s+0x1b/0x40
                %s
                 (%s){....}-{3:3}


                and interrupts could create inverse lock ordering between them.


                other info that might help us debug this:
                no locks held by toyd/7.

                the shortest dependencies between 2nd lock and 1st lock:
                 -> (toy_a){....}-{3:3} {
                    IN-HARDIRQ-W at:
                                      lock_acquire+0x1b/0x40
                                      _raw_spin_lock+0x1b/0x40
                                      toy_irq+0x1b/0x40
                  }
                  ... acquired at:
                   _raw_spin_lock+0x1b/0x40
                   toy_both+0x1b/0x40

                -> (toy_b){....}-{3:3} {
                   HARDIRQ-ON-W at:
                                     lock_acquire+0x1b/0x40
                                     _raw_spin_lock+0x1b/0x40
                                     toy_open+0x1b/0x40
                 }
                 ... acquired at:
                   _raw_spin_lock+0x1b/0x40
                   toy_open+0x1b/0x40


                stack backtrace:
                CPU: 1 UID: 0 PID: 7 Comm: toyd Not tainted 6.12.0-toy #1
                Call Trace:
                 dump_stack_lvl+0x62/0x90
                %s
                """.formatted(
                        changed,
                        at,
                        sentence,
                        other,
                        trace.replaceAll("(\\S+) ?", " $1+0x1b/0x40\n").stripTrailing());
    }

    @Test
    void aGuardIsNotWhoseLockChangedItsState() {
        var unsafe = "toyd/7 takes toy_b with hardirqs on in toy_open, "
                + "but it was also taken while toy_a was held, which is taken in a hardirq.";
        var frames = "mark_lock __lock_acquire lock_acquire _raw_spin_lock ";
        assertEquals(unsafe, unsafeNow("toy_open", frames + "toy_open toy_ioctl"));
        assertEquals(
                unsafe,
                unsafeNow("class_spinlock_constructor", frames + "class_spinlock_constructor toy_open toy_ioctl"));
        var safe = "toyd/7 takes toy_a in a hardirq in toy_irq, "
                + "but toy_b was taken while it was held, and is also taken with hardirqs on.";
        assertEquals(safe, safeNow("toy_irq", frames + "toy_irq toy_tick"));
        assertEquals(safe, safeNow("rt_spin_lock", frames + "rt_spin_lock toy_irq toy_tick"));
    }

    /** The place of the lock is where it was taken, and the stack is where the irq was enabled. */
    @Test
    void aLockThatIsHeldWhenAnIrqIsEnabledHasTwoPlaces() {
        assertEquals(
                "toyd/7 holds toy_b, taken in toy_open, when hardirqs are enabled by toy_unlock_all, "
                        + "but it was also taken while toy_a was held, which is taken in a hardirq.",
                unsafeNow(
                        "toy_open",
                        "mark_held_locks lockdep_hardirqs_on_prepare trace_hardirqs_on _raw_spin_unlock_irq toy_unlock_all toy_open"));
    }

    /** {@code __lock_acquire} marks a lock before it adds it to the list; {@code mark_held_locks} goes through the list. */
    @Test
    void whereTheTraceIsLostTheListTellsWhetherTheLockWasHeld() {
        var rest = ", but it was also taken while toy_a was held, which is taken in a hardirq.";
        var report = inversionText("toy_open", "toy_poll", "toy_b", "toy_a", TAKEN_BY);
        var cut = report.substring(0, report.indexOf("stack backtrace:"));
        assertEquals("toyd/7 takes toy_b with hardirqs on in toy_open" + rest, explanation(cut));
        assertEquals(
                "toyd/7 holds toy_b, taken in toy_open, with hardirqs on" + rest,
                explanation(cut.replace(
                        "no locks held by toyd/7.",
                        "1 lock held by toyd/7:\n #0: ffffffff82f0a1a0 (toy_b){....}-{3:3}, at: toy_open+0x1b/0x40")));
        assertEquals(
                "toyd/7 holds toy_b, taken in toy_open, with hardirqs on" + rest,
                explanation(cut.replace("no locks held by toyd/7.", "")));
        // The lock may be the one that is not printed
        assertEquals(
                "toyd/7 holds toy_b, taken in toy_open, with hardirqs on" + rest,
                explanation(cut.replace(
                        "no locks held by toyd/7.",
                        "2 locks held by toyd/7:\n #0: ffffffff82f0a1c0 (toy_c){....}-{3:3}, at: toy_open+0x1b/0x40")));
    }

    /** The screen shows where the lock was taken, or where the irq was enabled while it was held. */
    @Test
    void theScreenShowsWhereItBecameUnsafe() {
        var taken =
                inversionText("toy_open", "lock_acquire _raw_spin_lock toy_open toy_poll", "toy_b", "toy_a", TAKEN_BY);
        assertTrue(screen(taken).contains("taken with hardirqs on now  toy_open+0x1b/0x40"), screen(taken));
        var held = inversionText(
                "toy_open",
                "mark_held_locks lockdep_hardirqs_on_prepare trace_hardirqs_on _raw_spin_unlock_irq toy_unlock_all toy_poll",
                "toy_b",
                "toy_a",
                TAKEN_BY);
        assertTrue(screen(held).contains(" now  toy_unlock_all+0x1b/0x40"), screen(held));
    }

    private static String screen(String text) {
        return new ScreenWriter(1000, false, false)
                .text(SampleReports.reports(text).get(0));
    }

    private static String explanation(String text) {
        return SampleReports.reports(text).get(0).explanation();
    }

    private static String recursion(String held, String at) {
        return SampleReports.reports("""
                ============================================
                WARNING: possible recursive locking detected
                6.12.0-toy #1 Not tainted
                --------------------------------------------
                kworker/1:2/88 is trying to acquire lock:
                ffff888004f6c4e8 (%1$s){+.+.}-{0:0}, at: __flush_work+0x1b/0x40

                but task is already holding lock:
                ffff8880070cfe58 (%1$s){+.+.}-{0:0}, at: %2$s+0x1b/0x40

                other info that might help us debug this:
                1 lock held by kworker/1:2/88:
                 #0: ffff8880070cfe58 (%1$s){+.+.}-{0:0}, at: %2$s+0x1b/0x40

                stack backtrace:
                CPU: 1 UID: 0 PID: 88 Comm: kworker/1:2 Not tainted 6.12.0-toy #1
                Call Trace:
                 dump_stack_lvl+0x62/0x90
                 lock_acquire+0x1b/0x40
                 __flush_work+0x1b/0x40
                 toy_stop+0x1b/0x40
                 toy_workfn+0x1b/0x40
                 process_one_work+0x1b/0x40
                 worker_thread+0x1b/0x40
                """.formatted(held, at)).get(0).explanation();
    }

    /** {@code process_one_work} holds a copy of the map, on its stack: two addresses are no two items. */
    @Test
    void aWorkItemThatRunsHasTheAddressOfACopy() {
        var taken =
                "kworker/1:2/88 takes %s in __flush_work on behalf of toy_stop, a lock of the same class as one that it took in %s and still holds.";
        // DECLARE_WORK(toy_work, ...) and DECLARE_DELAYED_WORK(), whose names are those of the variables
        for (var name : new String[] {"toy_work", "(toy_dwork).work", "(work_completion)(&toy->work)"}) {
            assertEquals(taken.formatted(name, "process_one_work"), recursion(name, "process_one_work"));
        }
        assertEquals(taken.formatted("toy_timer", "call_timer_fn"), recursion("toy_timer", "call_timer_fn"));
        assertEquals(
                "kworker/1:2/88 takes toy_work in __flush_work on behalf of toy_stop, another lock of the same class as one that it took in toy_start and still holds.",
                recursion("toy_work", "toy_start"));
    }

    /** {@code touch_wq_lockdep_map}, of 6.10, stands between a flush and its lock. */
    private static Report flush(String functions) {
        return SampleReports.reports("""
                ======================================================
                WARNING: possible circular locking dependency detected
                6.12.0-toy #1 Not tainted
                ------------------------------------------------------
                toyd/7 is trying to acquire lock:
                ffff888004f6c4e8 ((wq_completion)toy_wq){+.+.}-{0:0}, at: touch_wq_lockdep_map+0x1b/0x40

                but task is already holding lock:
                ffffffff82f0a1b0 (toy_mutex){+.+.}-{4:4}, at: toy_remove+0x1b/0x40

                which lock already depends on the new lock.


                the existing dependency chain (in reverse order) is:

                -> #1 (toy_mutex){+.+.}-{4:4}:
                       lock_acquire+0x1b/0x40
                       __mutex_lock+0x1b/0x40
                       toy_workfn+0x1b/0x40
                       process_one_work+0x1b/0x40

                -> #0 ((wq_completion)toy_wq){+.+.}-{0:0}:
                       lock_acquire+0x1b/0x40
                %1$s

                other info that might help us debug this:
                1 lock held by toyd/7:
                 #0: ffffffff82f0a1b0 (toy_mutex){+.+.}-{4:4}, at: toy_remove+0x1b/0x40

                stack backtrace:
                CPU: 1 UID: 0 PID: 7 Comm: toyd Not tainted 6.12.0-toy #1
                Call Trace:
                 dump_stack_lvl+0x62/0x90
                 lock_acquire+0x1b/0x40
                %1$s
                """.formatted(
                        functions.replaceAll("(\\S+) ?", " $1+0x1b/0x40\n").stripTrailing()))
                .get(0);
    }

    @Test
    void whoFlushesAQueueTakesItsLock() {
        for (var frames : new String[] {
            "touch_wq_lockdep_map __flush_workqueue toy_remove toy_exit",
            "touch_wq_lockdep_map __flush_workqueue drain_workqueue destroy_workqueue toy_remove toy_exit"
        }) {
            var report = flush(frames);
            var order = report.lockdep().order();
            assertEquals(
                    "toyd/7 takes (wq_completion)toy_wq in toy_remove while it holds toy_mutex, taken in toy_remove, "
                            + "which closes the cycle: toy_workfn took toy_mutex while (wq_completion)toy_wq was held.",
                    report.explanation());
            assertEquals("toy_remove", order.get(order.size() - 1).by());
        }
    }
}
