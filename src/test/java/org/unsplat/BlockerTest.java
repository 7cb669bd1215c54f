package org.unsplat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that tell whom a task waits for, as the kernel words them for each type of lock. */
class BlockerTest {

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
}
