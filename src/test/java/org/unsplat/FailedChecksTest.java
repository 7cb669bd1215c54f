package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unsplat.model.Assertion;
import org.unsplat.model.Report;
import org.unsplat.triage.LockdepCoverage;

/** Failed checks of the locking code, and failed assertions, in the order of lines that each kernel prints. */
class FailedChecksTest {

    private static Report one(String text) throws Exception {
        var reports = ReportFacts.reports(text);
        assertEquals(1, reports.size(), text);
        return reports.get(0);
    }

    private static void isCheck(Report report, String expression) {
        assertEquals("lockdep-internal", report.kind());
        assertEquals(new Assertion(expression, null), report.lockdep().assertion());
        assertNotEquals(LockdepCoverage.GOES_ON, LockdepCoverage.after(report));
    }

    /** With the condition in brackets, which is what says it where the message does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEBUG_LOCKS_WARN_ON(toys <= 0)|[1] |toys <= 0",
                "DEBUG_LOCKS_WARN_ON(toys <= 0)||toys <= 0",
                "toys are out|[toy[3] != 'x' && n] |toy[3] != 'x' && n",
            })
    void ofLockdepIn619(String message, String condition, String expression) {
        var report = RoundTrip.exact("""
                ------------[ cut here ]------------
                %s
                WARNING: %skernel/locking/lockdep.c:4405 at check_toys+0x12/0x34, CPU#1: syz.0.1/77
                Modules linked in:
                CPU: 1 UID: 0 PID: 77 Comm: syz.0.1 Not tainted 6.19.0 #1 PREEMPT(full)
                RIP: 0010:check_toys+0x12/0x34
                RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                Call Trace:
                 <TASK>
                 toy_close+0x12/0x34
                 </TASK>
                ---[ end trace 0000000000000000 ]---
                """.formatted(
                        message, condition == null ? "" : condition + " ".repeat(condition.endsWith(" ") ? 0 : 1)));
        isCheck(report, expression);
        assertEquals(message, report.lockdep().warning().message());
        assertEquals(4405, report.lockdep().warning().at().line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Filtered by level
                "[    4.078866] DEBUG_LOCKS_WARN_ON(1)\n",
                "------------[ cut here ]------------\nDEBUG_LOCKS_WARN_ON(1)\n",
                "[    4.078863] BUG: key ffff8a9203c92dc0 not in .data!\n[    4.078866] DEBUG_LOCKS_WARN_ON(1)\n",
                "[    4.078863] BUG: key ffff8a9203c92dc0 not in .data!\n[    4.078866] DEBUG_LOCKS_WARN_ON(1)\n"
                        + "[    4.078867] ------------[ cut here ]------------\n",
            })
    void withoutTheWarningLine(String text) throws Exception {
        var report = one(text);
        isCheck(report, "1");
        assertFalse(report.complete());
        assertEquals("DEBUG_LOCKS_WARN_ON(1)", report.lockdep().warning().message());
        assertEquals(
                text.contains("BUG: key") ? "BUG: key ffff8a9203c92dc0 not in .data!" : "DEBUG_LOCKS_WARN_ON(1)",
                report.headline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Talk, and source code
                "DEBUG_LOCKS_WARN_ON(1)\n",
                "It says\n\nDEBUG_LOCKS_WARN_ON(toys <= 0)\n\nand goes on.\n",
                "\tDEBUG_LOCKS_WARN_ON(lock->magic != lock);\n\tlock->magic = NULL;\n",
                "[    4.078866] DEBUG_LOCKS_WARN_ON(lock->magic != lock);\n",
                "[    4.078866] debug_locks && !lock_is_held(&(&toy->lock)->dep_map)\n",
                // Warnings of others
                """
                [    1.000000] ------------[ cut here ]------------
                [    1.000001] toys && !(toy_is_held(toy) != 0)
                [    1.000002] WARNING: drivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77
                [    1.000003] CPU: 1 UID: 0 PID: 77 Comm: x Not tainted 6.19.0 #1 PREEMPT(full)
                [    1.000004] Call Trace:
                [    1.000005]  toy_close+0x12/0x34
                """,
                """
                [    1.000001] ------------[ cut here ]------------
                [    1.000002] WARNING: [!debug_locks] drivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77
                [    1.000003] CPU: 1 UID: 0 PID: 77 Comm: x Not tainted 6.19.0 #1 PREEMPT(full)
                [    1.000004] Call Trace:
                [    1.000005]  toy_close+0x12/0x34
                """,
                """
                [    1.000001] ------------[ cut here ]------------
                [    1.000002] WARNING: CPU: 1 PID: 77 at drivers/toy.c:12 toy_poll+0x12/0x34
                [    1.000003] CPU: 1 PID: 77 Comm: x Not tainted 6.1.0 #1
                [    1.000004] Call Trace:
                [    1.000005]  toy_close+0x12/0x34
                """,
            })
    void isNoReport(String text) throws Exception {
        assertEquals(List.of(), ReportFacts.reports(text));
    }

    /** Its parentheses close what is open elsewhere: these are no condition, but a piece of one. */
    @ParameterizedTest
    @ValueSource(strings = {"debug_locks && x) || (y", "debug_locks && !(x)) || (y", "__lockdep_enabled && )x("})
    void whatClosesMoreThanItOpensIsNoCondition(String condition) throws Exception {
        assertEquals(List.of(), ReportFacts.reports(assertion(condition, "")));
        assertEquals(List.of(), ReportFacts.reports(assertion(null, "[" + condition + "] ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "debug_locks && !(lock_is_held(&(&t->lock)->dep_map) != 0);&t->lock"
                        + ";requires that the task holds &t->lock, and it does not",
                "debug_locks && !lockdep_is_held(&t->lock);&t->lock"
                        + ";requires that the task holds &t->lock, and it does not",
                "debug_locks && !(lock_is_held(&(t_lock(x, y))->dep_map) != 1);t_lock(x, y)"
                        + ";requires that the task does not hold t_lock(x, y), and it does",
                "debug_locks && !(lock_is_held_type(&(&t->sem)->dep_map, (0)));&t->sem"
                        + ";requires that the task holds &t->sem for writing, and it does not",
                "debug_locks && !(lock_is_held_type(&(&t->sem)->dep_map, (1)));&t->sem"
                        + ";requires that the task holds &t->sem for reading, and it does not",
                "debug_locks && !(lock_is_held(&rcu_lock_map));&rcu_lock_map"
                        + ";requires that the task holds &rcu_lock_map, and it does not",
                "debug_locks && !(lock_is_held(&(&t->a)->dep_map) || lock_is_held(&(&t->b)->dep_map));"
                        + ";asserts that this is not so: debug_locks && "
                        + "!(lock_is_held(&(&t->a)->dep_map) || lock_is_held(&(&t->b)->dep_map))",
                "debug_locks && !(lock_is_held(&(&t->a)->dep_map) && t->on);&t->a"
                        + ";asserts that this is not so: debug_locks && !(lock_is_held(&(&t->a)->dep_map) && t->on)",
                "__lockdep_enabled && !this_cpu_read(hardirqs_enabled);"
                        + ";requires that interrupts are enabled, and they are not",
                "__lockdep_enabled && this_cpu_read(hardirqs_enabled);"
                        + ";requires that interrupts are disabled, and they are not",
                "__lockdep_enabled && !this_cpu_read(hardirq_context);"
                        + ";requires that it runs in a hard interrupt, and it does not",
                "IS_ENABLED(CONFIG_PREEMPT_COUNT) && __lockdep_enabled && (preempt_count() == 0 && "
                        + "this_cpu_read(hardirqs_enabled));;requires that preemption is disabled, and it is not",
            })
    void anAssertionAsX86AndAsOthersPrintIt(String condition, String lock, String says) throws Exception {
        var messages = one(assertion(condition, ""));
        var brackets = one(assertion(null, "[" + condition + "] "));
        for (var report : List.of(messages, brackets)) {
            assertEquals("lockdep-assert", report.kind());
            assertEquals(new Assertion(condition, lock), report.lockdep().assertion());
            assertEquals("drivers/toy.c", report.lockdep().warning().at().file());
            assertEquals(
                    "toy_poll (drivers/toy.c:12) " + says + "; it was called from toy_close.", report.explanation());
            assertTrue(report.complete());
            assertEquals(LockdepCoverage.GOES_ON, LockdepCoverage.after(report));
        }
        RoundTrip.exact(assertion(condition, "").replaceAll("(?m)^\\[[ 0-9.]+\\] ", ""));
        RoundTrip.exact(assertion(null, "[" + condition + "] ").replaceAll("(?m)^\\[[ 0-9.]+\\] ", ""));
    }

    private static String assertion(String message, String condition) {
        return """
                [    1.000000] ------------[ cut here ]------------
                %s[    1.000002] WARNING: %sdrivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77
                [    1.000003] Modules linked in:
                [    1.000004] CPU: 1 UID: 0 PID: 77 Comm: x Not tainted 6.19.0 #1 PREEMPT(full)
                [    1.000005] RIP: 0010:toy_poll+0x12/0x34
                [    1.000006] RSP: 0018:ffffc90000007d98 EFLAGS: 00000246
                [    1.000007] Call Trace:
                [    1.000008]  <TASK>
                [    1.000009]  toy_close+0x12/0x34
                [    1.000010]  </TASK>
                [    1.000011] ---[ end trace 0000000000000000 ]---
                """.formatted(message == null ? "" : "[    1.000001] " + message + "\n", condition);
    }

    /** On riscv the trap changes the caller. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: CPU: 1 PID: 88 at kernel/locking/rwsem.c:1341 up_toy+0x15e/0x1a4",
                "WARNING: kernel/locking/rwsem.c:1341 at up_toy+0x15e/0x1a4, CPU#1: toyd/88",
            })
    void theRestComesFromATrap(String head) throws Exception {
        var report = one("""
                [    3.250000][   T88] ------------[ cut here ]------------
                [    3.250140][   T88] DEBUG_LOCKS_WARN_ON(toys < 0)
                [    3.250280][    C1] %s
                [    3.250420][    C1] Modules linked in: toy(O)
                [    3.250560][    C1] CPU: 1 UID: 0 PID: 88 Comm: toyd Tainted: G           O       6.12.117 #2
                [    3.250700][    C1] Tainted: [O]=OOT_MODULE
                [    3.250840][    C1] Hardware name: riscv-virtio,qemu (DT)
                [    3.250980][    C1] epc : up_toy+0x15e/0x1a4
                [    3.251120][    C1]  ra : up_toy+0x15e/0x1a4
                [    3.251260][    C1] [<ffffffff8006e1be>] up_toy+0x15e/0x1a4
                [    3.251540][    C1] [<ffffffff012f00c4>] toy_put+0x2a/0x3c [toy]
                [    3.251960][    C1] ---[ end trace 0000000000000000 ]---
                """.formatted(head));
        isCheck(report, "toys < 0");
        assertTrue(report.complete());
        assertEquals(head, report.headline());
        assertNull(report.where().caller());
    }

    /** The condition makes the head so long that a mailer breaks it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: [debug_locks && !(lock_is_held(&(&toy->lock)->dep_map) !=\n0)] drivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77\n",
                "WARNING: [debug_locks && !(lock_is_held(&(&toy->lock)->dep_map) != 0)]\ndrivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77\n",
                "debug_locks && !(lock_is_held(&(&toy->lock)->dep_map) !=\n0)\nWARNING: drivers/toy.c:12 at toy_poll+0x12/0x34, CPU#1: x/77\n",
            })
    void aWrappedHead(String head) throws Exception {
        var report = one("------------[ cut here ]------------\n" + head + """
                Modules linked in:
                CPU: 1 UID: 0 PID: 77 Comm: x Not tainted 6.19.0 #1 PREEMPT(full)
                RIP: 0010:toy_poll+0x12/0x34
                Call Trace:
                 <TASK>
                 toy_close+0x12/0x34
                 </TASK>
                ---[ end trace 0000000000000000 ]---
                """);
        assertEquals("lockdep-assert", report.kind());
        assertEquals("&toy->lock", report.lockdep().assertion().lock());
    }

    /** Each task says so when it ends, whatever its name. */
    @Test
    void aTaskWithTheNameOfARegisterEnds() throws Exception {
        var report = one("""
                [    1.000000] ------------[ cut here ]------------
                [    1.000001] DEBUG_LOCKS_WARN_ON(toy->magic != toy)
                [    1.000002] WARNING: CPU: 0 PID: 77 at kernel/locking/mutex.c:912 toy_lock+0x12/0x34
                [    1.000003] CPU: 0 PID: 77 Comm: ip Not tainted 5.3.0-rc2+ #23
                [    1.000004] Call Trace:
                [    1.000005]  toy_open+0x12/0x34
                [    1.000006] ip (3967) used greatest stack depth: 9096 bytes left
                [    1.000007]  toy_ioctl+0x12/0x34
                """);
        assertEquals(List.of(7), report.foreign());
        assertEquals(2, report.backtrace().frames().size());
    }

    /** Another message comes between the check and the next head, which is that message's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------[ cut here ]------------\nDEBUG_LOCKS_WARN_ON(l->magic != l)\n------------[ cut here ]------------\n",
                "DEBUG_LOCKS_WARN_ON(l->magic != l)\n------------[ cut here ]------------\n",
            })
    void aCheckIsNotOfTheNextWarning(String check) throws Exception {
        var report = one(check + """
                refcount_toy: underflow; use-after-free.
                WARNING: CPU: 2 PID: 93 at drivers/toy.c:12 toy_do+0x21/0xb0
                Modules linked in:
                CPU: 2 UID: 0 PID: 93 Comm: b Not tainted 6.12.0 #1
                RIP: 0010:toy_do+0x21/0xb0
                Call Trace:
                 <TASK>
                 toy_open+0x12/0x34
                 </TASK>
                ---[ end trace 0000000000000000 ]---
                """);
        assertFalse(report.complete());
        assertNull(report.explanation());
        assertNull(report.lockdep().warning().at());
        assertTrue(report.unparsed().stream().anyMatch(line -> line.text().startsWith("refcount_toy")));
        assertTrue(report.unparsed().stream().anyMatch(line -> line.text().startsWith("WARNING: CPU: 2")));
    }

    @Test
    void aFileWhoseNameEndsLikeLockdepsIsAnother() throws Exception {
        assertEquals(List.of(), ReportFacts.reports("""
                ------------[ cut here ]------------
                WARNING: CPU: 2 PID: 93 at mykernel/locking/lockdep.c:1 toy_do+0x21/0xb0
                Modules linked in:
                CPU: 2 UID: 0 PID: 93 Comm: b Not tainted 6.12.0 #1
                Call Trace:
                 toy_open+0x12/0x34
                ---[ end trace 0000000000000000 ]---
                """));
    }

    /** The check comes first and makes the report, whatever lists of locks follow. */
    @Test
    void aCheckHeadsTheReportAndNotTheListAfterIt() throws Exception {
        var report = one("""
                [    1.000000][    C2] DEBUG_LOCKS_WARN_ON(depth <= 0)
                [    1.000001][    C2] 1 lock held by x/7:
                [    1.000002][    C2]  #0: ffff888012345678 (toy){+.+.}-{4:4}, at: toy_open+0x12/0x34
                """);
        assertEquals("DEBUG_LOCKS_WARN_ON(depth <= 0)", report.headline());
        assertFalse(report.complete());
    }
}
